import type { ChoiceField, Settings } from '../../settings/fields.ts';
import type { RunInput } from '../../lib/jobs/run.ts';
import type { Demo } from './shared/demo.ts';
import { profile, profileSentence, type ProfileView, sampleCaption } from '../figures/profile.ts';
import { profileShapes } from '../figures/profileShapes.ts';
import { edgeFields, edgeRun } from './shared/edgeSettings.ts';

const left: ChoiceField = {
  kind: 'choice',
  name: 'left',
  view: true,
  label: 'Leave out',
  radio: true,
  options: [
    { value: 'none', label: 'nothing' },
    { value: 'smallest', label: 'the smallest value' },
    { value: 'largest', label: 'the largest value' },
  ],
  default: 'none',
};

const SHOWN = ['n', 'seed', 'sdlog', 'threshold', 'meanlog'];

const fields = [
  left,
  ...edgeFields({ n: 200, generations: 2, replicates: 10, seed: 'threshold' }).filter(({ name }) =>
    SHOWN.includes(name),
  ),
];

/** One sample, one fit. */
const runOf = (settings: Settings) => edgeRun({ ...settings, estimator: 'mle', generations: 1 });

const input = (settings: Settings): RunInput => ({
  config: runOf(settings),
});

/** The profile likelihood of the threshold. */
export const threshold: Demo<'run', ProfileView> = {
  id: 'threshold',
  title: 'How well does a sample know where its distribution begins?',
  job: 'run',
  fields,
  folded: ['threshold', 'meanlog'],
  presets: [],
  speeds: [{ value: 1, label: 'still' }],
  still: true,
  repair: (settings) => ({ settings, notes: [] }),
  input,
  view: (settings) => ({ left: settings.left as ProfileView['left'] }),
  frames: () => 1,
  openAt: () => 0,
  frameLabel: () => 'One sample',
  sentence: profileSentence,
  caption: sampleCaption,
  figures: [profile, profileShapes],
  config: runOf,
};
