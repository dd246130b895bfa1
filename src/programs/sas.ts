import { ConfigError } from '../lib/configError.ts';
import { writerIn } from './program.ts';
import normal from './sas/families/normal.sas?raw';
import many from './sas/many.sas?raw';
import manyNormal from './sas/manyNormal.sas?raw';
import parts from './sas/parts.sas?raw';
import regimes from './sas/regimes.sas?raw';
import run from './sas/run.sas?raw';
import { MAX_SEED } from './seed.ts';
import type { ProgramWriter } from './writer.ts';

const writer = writerIn({
  id: 'sas',
  label: 'SAS',
  extension: 'sas',
  run: 'submit program.sas in SAS; it writes run.csv',
  oneRun: { shared: [parts, regimes, run], families: { normal } },
  manyRuns: { shared: [parts, many], families: { normal: manyNormal } },
  mark: '',
  constant: (name) => new RegExp(`^(%let ${name} = )(.*?)(;  .*)$`, 'm'),
  list: (values) => values.join(' '),
});

/** A run as a SAS program: base SAS only. An ensemble: SAS/IML. */
export const sas: ProgramWriter = {
  ...writer,
  write(config) {
    const text = writer.write(config);
    const lastSeed = Number(config.seed) + config.generations;
    if (config.stream === 'source' && lastSeed > MAX_SEED) {
      throw new ConfigError(`SAS takes seeds up to ${MAX_SEED}, and this run needs ${lastSeed}`);
    }
    return text;
  },
};
