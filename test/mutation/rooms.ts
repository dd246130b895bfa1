/** A part of the engine, and the tests that are to notice when it is changed. */
export interface Room {
  readonly mutate: readonly string[];
  /**
   * Left out are those that draw for seconds: every mutant runs all that reach it, many times
   * slower than the engine does.
   */
  readonly tests: readonly string[];
}

const folder = (name: string): string[] => [
  `src/lib/${name}/**/*.ts`,
  // Only types, for TypeScript.
  `!src/lib/${name}/**/*.d.ts`,
];

export const ROOMS: Readonly<Record<string, Room>> = {
  random: {
    mutate: folder('random'),
    tests: ['test/random/!(normal|*Law|*OfMany).test.ts'],
  },
  regimes: {
    mutate: folder('regimes'),
    tests: ['test/regimes/batches.test.ts'],
  },
  trainingSets: {
    mutate: ['src/lib/trainingSets.ts'],
    tests: ['test/trainingSets.test.ts'],
  },
  recursion: {
    mutate: ['src/lib/recursion.ts'],
    tests: ['test/recursion.test.ts'],
  },
  families: {
    mutate: folder('families'),
    tests: ['test/families/*.test.ts'],
  },
  sources: {
    mutate: folder('sources'),
    tests: ['test/sources/!(longText).test.ts'],
  },
  estimators: {
    mutate: folder('estimators'),
    tests: ['test/estimators/!(lognormal3Maximum|lognormal3Samples|onAverage).test.ts'],
  },
  laws: {
    mutate: folder('laws'),
    tests: ['test/laws/known.test.ts'],
  },
  ensemble: {
    mutate: folder('ensemble'),
    tests: ['test/ensemble/{bands,config,small}.test.ts'],
  },
};
