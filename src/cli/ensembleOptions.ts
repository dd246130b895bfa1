import type { Option } from './options.ts';

/** What `--quantiles` is where the command line says nothing. */
export const USUAL_QUANTILES = '0.05,0.25,0.5,0.75,0.95';

/** Options of the command simulate that are about many runs. */
export const ENSEMBLE_OPTIONS: readonly Option[] = [
  { name: 'replicates', value: 'COUNT', help: 'independent runs, at most 100000 [1]' },
  { name: 'at', value: 'T,…', help: 'generations to print [1,2,5,10,20,50,… and the last]' },
  { name: 'quantiles', value: 'P,…', help: `levels to print [${USUAL_QUANTILES}]` },
  {
    name: 'how',
    value: 'ID',
    help: 'literal draws every value, sufficient takes a shortcut of the same law, auto if there is one [auto]',
  },
  {
    name: 'workers',
    value: 'COUNT',
    help: 'processors to use, at most all there are; changes no digit [all]',
  },
];
