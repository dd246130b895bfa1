import type { Progress } from '../../lib/jobs/job.ts';
import { count } from '../charts/words.ts';

/** How far the work has come: "Generation 120 of 500", "3,400 of 10,000 runs". */
export const inWords = ({ done, of, unit }: Progress): string =>
  unit === 'generation'
    ? `Generation ${count(done)} of ${count(of)}`
    : `${count(done)} of ${count(of)} ${unit}s`;
