import { writerIn } from './program.ts';
import normal from './python/families/normal.py?raw';
import many from './python/many.py?raw';
import manyNormal from './python/manyNormal.py?raw';
import parts from './python/parts.py?raw';
import regimes from './python/regimes.py?raw';
import run from './python/run.py?raw';

/** A run or an ensemble as a Python program: NumPy only. */
export const python = writerIn({
  id: 'python',
  label: 'Python',
  extension: 'py',
  run: 'python3 program.py > run.csv',
  oneRun: { shared: [parts, regimes, run], families: { normal } },
  manyRuns: { shared: [parts, many], families: { normal: manyNormal } },
  mark: '# ',
  constant: (name) => new RegExp(`^(${name.toUpperCase()} = )(.*?)(  # .*)$`, 'm'),
  list: (values) => `[${values.join(', ')}]`,
  lines: (values) => `[\n    ${values.join(',\n    ')},\n]`,
});
