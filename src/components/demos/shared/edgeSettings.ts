import '../../../lib/withLognormals.ts';
import { spreadGenerations } from '../../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../../lib/ensemble/types.ts';
import { estimatorsFor } from '../../../lib/estimators/index.ts';
import { families } from '../../../lib/families/index.ts';
import { parameterField, type Field, type Settings } from '../../../settings/fields.ts';
import type { RunConfig } from '../../../lib/types.ts';
import type { Wanderer } from '../../figures/edge.ts';
import { choice, seedField } from './runSettings.ts';

const FAMILY = 'lognormal3';

/** The parameters of that family, as the pictures call them. */
export const EDGE: readonly [Wanderer, Wanderer, Wanderer] = [
  { name: 'threshold', label: 'threshold θ' },
  { name: 'meanlog', label: 'log-location ζ' },
  { name: 'sdlog', label: 'log-scale σ' },
];

/** Defaults that differ from demo to demo. */
export interface EdgeDefaults {
  readonly n: number;
  readonly generations: number;
  readonly replicates: number;
  readonly seed: string;
}

/** The original's three parameters, as the source's program has them. */
function edgeTruth(): Field[] {
  const [threshold, meanlog, sdlog] = families.get(FAMILY).parameters;
  if (!threshold || !meanlog || !sdlog) throw new Error('the lognormal lost its parameters');
  return [
    parameterField(threshold, { label: 'Original threshold' }),
    parameterField(meanlog, { label: 'Original log-location' }),
    parameterField(sdlog, { label: 'Original log-scale', min: 0.1, max: 1.2 }),
  ];
}

/** The settings of many runs of the lognormal with a threshold. */
export function edgeFields({ n, generations, replicates, seed }: EdgeDefaults): Field[] {
  return [
    {
      kind: 'number',
      name: 'n',
      label: 'Sample size',
      symbol: 'n',
      min: 10,
      max: 2_000,
      integer: true,
      scale: 'log',
      default: n,
    },
    {
      kind: 'number',
      name: 'generations',
      label: 'Generations',
      min: 2,
      max: 500,
      integer: true,
      scale: 'log',
      default: generations,
    },
    {
      kind: 'number',
      name: 'replicates',
      label: 'Runs',
      min: 10,
      max: 2_000,
      integer: true,
      scale: 'log',
      default: replicates,
    },
    seedField(seed),
    choice('estimator', 'How the three are estimated', estimatorsFor(FAMILY)),
    ...edgeTruth(),
  ];
}

/** The run that the settings ask for: replicate 0 of the seed. */
export function edgeRun(settings: Settings): RunConfig {
  const { threshold, meanlog, sdlog } = settings;
  return {
    family: FAMILY,
    truth: { threshold: Number(threshold), meanlog: Number(meanlog), sdlog: Number(sdlog) },
    estimator: String(settings.estimator),
    regime: 'replace',
    n: Number(settings.n),
    generations: Number(settings.generations),
    seed: String(settings.seed),
    stream: 'keyed',
  };
}

/** All of its seed's runs, as many as are asked for. */
export function edgeEnsemble(settings: Settings): EnsembleConfig {
  const run = edgeRun(settings);
  return {
    ...run,
    replicates: Number(settings.replicates),
    at: spreadGenerations(run.generations),
  };
}
