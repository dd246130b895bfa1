/** The closed forms of src/lib/theory at places where they take each of their ways, every digit. */
import { fastLog } from '../../src/lib/special/fastLog.ts';
import { standardCdf, standardLogPdf } from '../../src/lib/special/standardNormal.ts';
import { standardQuantile } from '../../src/lib/special/standardNormalQuantile.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { accumulatedBy } from '../../src/lib/theory/accumulateLaw.ts';
import { limitOfAccumulated } from '../../src/lib/theory/accumulateLimit.ts';
import { c4 } from '../../src/lib/special/c4.ts';
import { atanExcess, cosSin } from '../../src/lib/special/circular.ts';
import { logMinusDigamma, trigamma } from '../../src/lib/special/digamma.ts';
import { driftTable } from '../../src/lib/theory/driftTable.ts';
import { expectedMinimum } from '../../src/lib/theory/expectedMinimum.ts';
import * as finalMean from '../../src/lib/theory/finalMean.ts';
import * as passage from '../../src/lib/theory/firstPassage.ts';
import { fixedBudgetGrowth } from '../../src/lib/theory/fixedBudgetGrowth.ts';
import { fixedRealRest } from '../../src/lib/theory/fixedRealRest.ts';
import { freshRealRest } from '../../src/lib/theory/freshRealRest.ts';
import { growingLaw, quantileOfGrowing } from '../../src/lib/theory/growingLaw.ts';
import { limitOfPower, limitOfRatio } from '../../src/lib/theory/growingLimit.ts';
import { upperGamma } from '../../src/lib/special/incompleteGamma.ts';
import { logCharacteristic, logPowerMean } from '../../src/lib/special/logGammaRatio.ts';
import { inflation } from '../../src/lib/theory/lognormal3Information.ts';
import { expm1, log1p } from '../../src/lib/special/log1pExpm1.ts';
import { regimeMoments } from '../../src/lib/theory/regimeMoments.ts';
import { chanceOfRise } from '../../src/lib/theory/rise.ts';
import * as sdLaw from '../../src/lib/theory/sdLaw.ts';
import { meanOfSd, varianceOfMean } from '../../src/lib/theory/sdMoments.ts';
import { momentOfSd } from '../../src/lib/theory/sdPowers.ts';
import { quantileOfSd } from '../../src/lib/theory/sdQuantiles.ts';
import { varianceOfSelected, varianceOfSelectedMean } from '../../src/lib/theory/selectionLaw.ts';
import { kurtosisOfLognormal, skewnessOfLognormal } from '../../src/lib/theory/skewnessKurtosis.ts';
import { expectedSquaredWasserstein } from '../../src/lib/theory/wasserstein.ts';

const SIZES = [2, 3, 5, 10, 37, 100, 200, 1000, 10_000];
const SHARES = [0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999];
const PLACES = Array.from({ length: 61 }, (_, i) => (i - 30) / 4.3);
const POSITIVE = Array.from({ length: 60 }, (_, i) => ((i + 1) * (i + 1)) / 61);

const line = (name: string, at: unknown, ...values: unknown[]) =>
  `${name} at ${JSON.stringify(at)}: ${values.map((v) => (typeof v === 'object' ? JSON.stringify(v) : String(v))).join(' ')}`;

/** Functions of one number. */
const simple = (): string[] => [
  ...POSITIVE.flatMap((x) => [
    line('logs', x, fastLog(x), log1p(x / 100), expm1(x / 50)),
    line('gamma', x, logMinusDigamma(x), trigamma(x), upperGamma(x, 2), logPowerMean(x, 1.5)),
    line('circle', x, cosSin(x), atanExcess(x), logCharacteristic(x, 1.7)),
  ]),
  ...PLACES.map((z) => line('normal', z, standardLogPdf(z), standardCdf(z))),
  ...SHARES.map((p) => line('normal quantile', p, standardQuantile(p))),
  ...[0.1, 0.3, 0.5, 0.9, 1.2].map((s) =>
    line('lognormal', s, inflation(s), skewnessOfLognormal(s), kurtosisOfLognormal(s)),
  ),
  ...SIZES.map((n) => line('size', n, c4(n), driftTable(n), chanceOfRise({ n }))),
  ...SIZES.map((n) => line('minimum', n, expectedMinimum(n))),
];

/** The law of the spread and of the mean under replacement. */
const replacing = (): string[] =>
  [3, 10, 100, 200].flatMap((n) => [
    ...[1, 7, 60, 500].flatMap((k) => {
      const at = { n, k, sigma: 30 };
      return [
        line('moments', at, meanOfSd(at), varianceOfMean(at), momentOfSd({ ...at, power: 0.5 })),
        line('distance', at, expectedSquaredWasserstein(at)),
        ...SHARES.map((p) =>
          line(
            'spread',
            { ...at, p },
            sdLaw.exactQuantileOfSd({ ...at, p }),
            quantileOfSd({ ...at, p }),
          ),
        ),
        ...[1, 10, 29, 60].map((x) =>
          line(
            'spread',
            { ...at, x },
            sdLaw.cdfOfSd({ ...at, x }),
            sdLaw.densityOfSd({ ...at, x }),
          ),
        ),
      ];
    }),
    ...[0.1, 0.5].flatMap((fraction) => [
      line('passage', [n, fraction], passage.meanFirstPassage({ n, fraction })),
      ...[5, 50, 400].map((k) => line('by', k, passage.cdfOfFirstPassage({ n, fraction, k }))),
      ...SHARES.map((p) => line('when', p, passage.quantileOfFirstPassage({ n, fraction, p }))),
    ]),
  ]);

/** The other policies. */
const policies = (): string[] => [
  ...regimes.all.map(({ id: regime, options }) => {
    const config = {
      family: 'normal',
      truth: { mu: 125, sigma: 30 },
      estimator: 'maximum-likelihood',
      regime,
      regimeOptions: Object.fromEntries(options.map((option) => [option.name, option.default])),
      n: 50,
      generations: 40,
      seed: '1',
      stream: 'keyed',
    };
    const moments = regimeMoments(config);
    return line(
      'moments',
      regime,
      moments && [...moments.varianceOfMean, ...moments.meanOfVariance],
    );
  }),
  ...[5, 100].flatMap((n) => [
    line('accumulate', n, accumulatedBy({ n, t: 50 }), limitOfAccumulated({ n })),
    line('budget', n, fixedBudgetGrowth({ n })),
    line('real', n, fixedRealRest({ n, real: 2 }), freshRealRest({ n, real: 2 })),
    line('power', n, limitOfPower({ n, power: 1.5 }), limitOfRatio({ n, ratio: 1.1 })),
    line('growing', n, growingLaw({ sizes: [n, 2 * n, 3 * n], sigma: 30 })),
    line('growing half', n, quantileOfGrowing({ sizes: [n, 2 * n, 3 * n], sigma: 30, p: 0.4 })),
    line('selected', n, varianceOfSelected({ n, t: 9, factor: 0.9, sigma: 30 })),
    line('selected mean', n, varianceOfSelectedMean({ n, t: 9, factor: 0.9, sigma: 30 })),
  ]),
  ...SHARES.map((p) => line('mean', p, finalMean.quantileOfFinalMean({ mu: 125, sigma: 30, p }))),
  ...[20, 90, 125, 300].map((x) => {
    const at = { mu: 125, sigma: 30, x };
    return line('mean', x, finalMean.densityOfFinalMean(at), finalMean.cdfOfFinalMean(at));
  }),
];

export const laws = (): string[] => [...simple(), ...replacing(), ...policies()];
