import { writerIn } from './program.ts';
import normal from './r/families/normal.R?raw';
import many from './r/many.R?raw';
import manyNormal from './r/manyNormal.R?raw';
import parts from './r/parts.R?raw';
import regimes from './r/regimes.R?raw';
import run from './r/run.R?raw';

/** A run or an ensemble as an R program: base R only. */
export const r = writerIn({
  id: 'r',
  label: 'R',
  extension: 'R',
  run: 'Rscript program.R > run.csv',
  oneRun: { shared: [parts, regimes, run], families: { normal } },
  manyRuns: { shared: [parts, many], families: { normal: manyNormal } },
  mark: '# ',
  constant: (name) => new RegExp(`^(${name} +<- )(.*?)(  # .*)$`, 'm'),
  list: (values) => `c(${values.join(', ')})`,
  lines: (values) => `c(\n  ${values.join(',\n  ')}\n)`,
});
