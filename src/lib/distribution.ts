import type { Distribution, Family } from './types.ts';

/** A model of a family as a distribution to draw from. */
export function distributionOf<Model>(family: Family<Model>, model: Model): Distribution {
  const { kind, line } = family;
  return {
    kind,
    width: family.width?.(model) ?? 1,
    sample: (rng, n) => family.sample(rng, model, n),
    ...(line && {
      line: {
        support: line.support(model),
        logPdf: (x: number) => line.logPdf(x, model),
        cdf: (x: number) => line.cdf(x, model),
        upper: (x: number) => line.upper(x, model),
        quantile: (p: number) => line.quantile(p, model),
        mean: line.mean(model),
        variance: line.variance(model),
      },
    }),
    ...(family.shares && { shares: family.shares(model) }),
  };
}
