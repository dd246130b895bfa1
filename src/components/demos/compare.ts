import { side, type Compared, type CompareView } from '../figures/side.ts';
import { compareFields, manyOf, repairCompare, runOf } from './shared/compareSettings.ts';
import { compareSentence } from './shared/compareSentence.ts';
import { familiesCaption } from '../charts/captions.ts';
import type { Demo } from './shared/demo.ts';
import { manyRuns } from './shared/manyRuns.ts';
import { nameOfSide, sideFields, SIDES } from './shared/sides.ts';

const STANDARD = Object.fromEntries(
  SIDES.flatMap((which) => sideFields(which)).map(({ name, default: usual }) => [name, usual]),
);

/** Two runs with every choice that the registries offer. */
export const compare: Demo<'ensembles', CompareView> = {
  ...manyRuns,
  id: 'compare',
  title: 'Two runs, A and B: what makes the difference?',
  fields: compareFields,
  folded: compareFields
    .filter(({ name, when }) => {
      const menu = /^[ab](family|estimator|source|decoding)/;
      return menu.test(name) || menu.test(when?.fields[0] ?? '') || name === 'replicates';
    })
    .map(({ name }) => name),
  presets: [
    {
      id: 'real',
      label: 'A tenth of real values',
      settings: { ...STANDARD, bregime: 'fresh-real', generations: 500, numbers: 'common' },
    },
    {
      id: 'chance',
      label: 'Nothing but chance',
      settings: { ...STANDARD, generations: 500, numbers: 'separate' },
    },
    {
      id: 'size',
      label: 'Ten times the values',
      settings: { ...STANDARD, bn: 1_000, generations: 500, numbers: 'common' },
    },
  ],
  repair: repairCompare,
  input(settings) {
    const runs = SIDES.map((which) => runOf(which, settings));
    return { ensembles: runs.map((run) => manyOf(run, settings)), levels: [], runs };
  },
  view: ({ show: shown }) => ({ show: String(shown) }),
  /** The last generation that any run has reached. */
  openAt: ({ ensembles }: Compared) =>
    Math.max(
      0,
      ...ensembles.map(({ bands }) => bands.findLastIndex(({ survivors }) => survivors > 0)),
    ),
  sentence: compareSentence,
  even: true,
  sides: SIDES.map(nameOfSide),
  caption: familiesCaption,
  figures: SIDES.map((which, i) => side(nameOfSide(which), i)),
  config: (settings) => runOf('a', settings),
};
