import { lognormal } from '../families/lognormal.ts';
import { lognormal3 } from '../families/lognormal3.ts';
import { normal } from '../families/normal.ts';
import type { Params } from '../types.ts';
import {
  kurtosisOfLognormal,
  meanKurtosisOfNormalSample,
  skewnessOfLognormal,
} from './skewnessKurtosis.ts';

/** Skewness and excess kurtosis. */
interface Shape {
  readonly skewness: number;
  readonly kurtosis: number;
}

/** What is known of the shape of a distribution. */
export interface KnownShape {
  readonly own: Shape;
  /** The mean over samples of n values, divisors n; absent where there is no formula. */
  meanOfSamples?(n: number): Shape;
}

const ofLognormal = (params: Params): KnownShape => {
  const { sdlog } = lognormal.model(params);
  return { own: { skewness: skewnessOfLognormal(sdlog), kurtosis: kurtosisOfLognormal(sdlog) } };
};

const ofNormal: KnownShape = {
  own: { skewness: 0, kurtosis: 0 },
  meanOfSamples: (n) => ({ skewness: 0, kurtosis: meanKurtosisOfNormalSample(n) }),
};

const KNOWN: Readonly<Record<string, (params: Params) => KnownShape>> = {
  [normal.id]: () => ofNormal,
  [lognormal.id]: ofLognormal,
  [lognormal3.id]: ofLognormal,
};

/** The shape of a family's distribution. Throws a RangeError where it is not known. */
export function shapeOf(family: string, params: Params): KnownShape {
  const known = KNOWN[family];
  if (!known) throw new RangeError(`no shape is known of the family ${family}`);
  return known(params);
}
