import { USUAL_LEVELS } from '../../lib/ensemble/bands.ts';
import { checkEnsemble, spreadGenerations } from '../../lib/ensemble/config.ts';
import type { EnsembleConfig } from '../../lib/ensemble/types.ts';
import type { FamilyPieces } from '../pieces.ts';
import { literal, prepare, type Language, type Words } from '../settings.ts';

/** Generations that a program prints, at most: what stands in one line of it. */
const MOST_PRINTED = 11;

const manyRuns: Words = {
  title: 'Fit, simulate, fit, many times over: models that learn from their own output.',
  subject: 'Every run',
  law: [
    'The random numbers are those of this language, not those of the page: these are',
    'other runs of the same law, and each new seed gives others.',
  ],
};

/** Why a few random numbers stand for all values of a normal model's generation. See ../../shortcuts. */
const method = [
  'The fit uses nothing of its n values but their mean and their variance (divisor n - 1).',
  'If a normal model with mean m and standard deviation s wrote them, the two are independent',
  '(Cochran 1934), so that two random numbers stand for n values:',
  '',
  '  mean:      m + s Z / sqrt(n), with Z standard normal;',
  '  variance:  s^2 C / (n - 1), with C chi-square on n - 1 degrees of freedom.',
  '',
  'The mean is the next m. The root of the variance, corrected by the estimator, is the next s.',
];

/**
 * The generations that a program prints: all of `at` or, of more than eleven, eleven that are spread evenly over its
 * entries, with the first and the last.
 */
export function printedOf(at: readonly number[]): number[] {
  if (at.length <= MOST_PRINTED) return [...at];
  const step = (at.length - 1) / (MOST_PRINTED - 1);
  return Array.from({ length: MOST_PRINTED }, (_, i) => at[Math.round(i * step)]!);
}

/** As `prepare`, for an ensemble: what it adds are literals, and lines that say how the runs are made. */
export function prepareEnsemble(language: Language<FamilyPieces>, given: EnsembleConfig) {
  const { config } = checkEnsemble(given);
  const program = prepare(language, config, manyRuns);
  const printed = given.at
    ? printedOf(config.at)
    : spreadGenerations(config.generations, MOST_PRINTED);
  return {
    ...program,
    // Other regimes say it where they do it.
    about: program.regime.plain ? [...program.about, '', ...method] : program.about,
    replicates: literal(config.replicates),
    printed: printed.map(literal),
    levels: USUAL_LEVELS.map(literal),
  };
}
