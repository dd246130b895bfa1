import { describe, expect, it } from 'vitest';
import { estimatorFor, estimators, estimatorsFor } from '../../src/lib/estimators/index.ts';
import { families } from '../../src/lib/families/index.ts';
import { describeEstimator } from './estimatorContract.ts';

describe('the estimators', () => {
  it('leave no family without one', () => {
    for (const { id } of families.all) expect(estimatorsFor(id).length).toBeGreaterThan(0);
  });

  it('are found by family and by id or alias', () => {
    for (const estimator of estimators.all) {
      expect(families.has(estimator.family)).toBe(true);
      for (const name of [estimator.id, ...(estimator.aliases ?? [])]) {
        expect(estimatorFor(estimator.family, name)).toBe(estimator);
      }
    }
  });

  it('may have the same id in two families', () => {
    const [first] = estimators.all;
    const twin = { ...first!, family: 'toy', label: 'Toy' };
    const remove = estimators.add(twin);
    try {
      expect(estimatorFor('toy', twin.id)).toBe(twin);
      expect(estimatorFor(first!.family, first!.id)).toBe(first);
      expect(estimatorsFor('toy')).toEqual([twin]);
      expect(() => estimators.add(twin)).toThrow('toy estimator registered twice');
    } finally {
      remove();
    }
    expect(() => estimatorFor('toy', twin.id)).toThrow('unknown toy estimator');
  });

  it('are named in the error for an unknown one', () => {
    const known = estimatorsFor('normal').map(({ id }) => id);
    expect(() => estimatorFor('normal', 'median')).toThrow(
      `unknown normal estimator: median (known: ${known.join(', ')})`,
    );
    expect(() => estimatorFor('cauchy', 'mle')).toThrow('no estimator fits the family: cauchy');
  });
});

estimators.all.forEach(describeEstimator);
