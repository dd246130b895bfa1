import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import { entryAt } from '../../lib/entryAt.ts';
import { families } from '../../lib/families/index.ts';
import type { EnsemblesInput } from '../../lib/jobs/ensembles.ts';
import { sameData } from '../../lib/sameData.ts';
import type { RunConfig } from '../../lib/types.ts';
import type { Settings } from '../../settings/fields.ts';
import { estimatorName } from '../charts/estimator.ts';
import { policyName } from '../charts/policy.ts';
import { count } from '../charts/words.ts';
import type { Demo } from '../demos/shared/demo.ts';

/** One of the runs that a demo compares; its name says what it has and others have not. */
export interface Member {
  readonly name: string;
  readonly config: RunConfig | EnsembleConfig;
}

/** What runs that are compared may differ in. */
const differing = (config: Omit<RunConfig, 'replicate'>) => {
  const { family, truth, estimator, estimatorOptions, regime, regimeOptions } = config;
  const { n, generations, seed } = config;
  const estimated = { estimator, ...(estimatorOptions && { estimatorOptions }) };
  return { family, truth, ...estimated, regime, regimeOptions, n, generations, seed };
};

/**
 * What a program to take home can be of with these settings: each of the runs that the demo
 * compares, once; the one that the demo itself would give is `usual`. A single one, without a name,
 * where nothing is compared.
 */
export function membersOf(demo: Demo, settings: Settings): { members: Member[]; usual: number } {
  const own = demo.config(settings);
  const alone = { members: [{ name: '', config: own }], usual: 0 };
  if (demo.job !== 'ensembles') return alone;
  const { ensembles } = demo.input(settings) as EnsemblesInput;
  const different = ensembles.filter(
    (one, i) => ensembles.findIndex((other) => sameData(differing(one), differing(other))) === i,
  );
  if (different.length < 2) return alone;
  const varies = (of: (config: EnsembleConfig) => unknown) =>
    different.some((config) => !sameData(of(config), of(entryAt(different, 0))));
  const [models, policies, estimators, sizes, seeds] = [
    varies(({ family }) => family),
    varies(({ regime, regimeOptions }) => [regime, regimeOptions]),
    varies(({ estimator, estimatorOptions }) => [estimator, estimatorOptions]),
    varies(({ n }) => n),
    varies(({ seed }) => seed),
  ];
  const usual = different.findIndex((config) => sameData(differing(config), differing(own)));
  const members = different.map((config, i) => {
    const side = demo.sides?.[ensembles.indexOf(config)];
    const has = [
      ...(models ? [families.get(config.family).label] : []),
      ...(policies ? [policyName({ config })] : []),
      ...(estimators ? [estimatorName(config)] : []),
      ...(sizes ? [`n = ${count(config.n)}`] : []),
      ...(seeds ? [`seed ${config.seed}`] : []),
    ].join(', ');
    return {
      name: [side, has].filter(Boolean).join(': '),
      config: i === usual ? own : { ...own, ...differing(config) },
    };
  });
  return { members, usual: Math.max(0, usual) };
}
