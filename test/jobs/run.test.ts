import { describe, expect, it } from 'vitest';
import { oneRun as run, type RunInput } from '../../src/lib/jobs/run.ts';
import { generations } from '../../src/lib/recursion.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { allMade, joined } from './support.ts';
import { paramsOf } from '../support/models.ts';

const config: RunConfig = {
  family: 'normal',
  truth: { mu: 125, sigma: 30 },
  estimator: 'unbiased-variance',
  regime: 'replace',
  n: 200,
  generations: 500,
  seed: '12345',
  stream: 'source',
};

function finished(input: RunInput) {
  const shares: number[] = [];
  const work = run.make(input);
  let next = work.next();
  for (; !next.done; next = work.next()) shares.push(next.value);
  return { shares, result: next.value };
}

describe('the job that makes a run', () => {
  it('is the recursion, generation by generation', () => {
    const { result } = finished({ config });
    const records = [...generations(config)];
    expect(result.reached).toBe(500);
    for (const { t, fit } of records) {
      if (!fit.ok) throw new Error(fit.reason);
      expect(result.fitted['mu']![t - 1]).toBe(paramsOf(fit)['mu']);
      expect(result.fitted['sigma']![t - 1]).toBe(paramsOf(fit)['sigma']);
    }
    expect(result.fitted['mu']![499]).toBeCloseTo(60.561503, 6);
    expect(result.fitted['sigma']![499]).toBeCloseTo(4.037178, 6);
  });

  it('reports a share done that rises to 1', () => {
    const { shares } = finished({ config: { ...config, generations: 40 } });
    expect(shares.length).toBe(40);
    expect(shares.at(-1)).toBe(1);
    expect(shares.every((share, i) => i === 0 || share > shares[i - 1]!)).toBe(true);
  });

  it('is the beginning of the whole when fewer generations are made than asked for', () => {
    const whole = finished({ config }).result;
    const part = finished({ config: { ...config, generations: 20 }, asked: 500 }).result;
    expect(part).toMatchObject({ asked: 500, reached: 20, ended: null });
    expect([...part.fitted['sigma']!]).toEqual([...whole.fitted['sigma']!.slice(0, 20)]);
  });

  it('ends at the generation that has no fit, and keeps the reason and all before it', () => {
    const { result } = finished({ config: { ...config, n: 2, seed: 'tiny', stream: 'keyed' } });
    expect(result.ended?.reason).toBe('all-equal');
    expect(result.ended?.t).toBe(result.reached + 1);
    expect(result.fitted['mu']!.length).toBe(result.reached);
    expect(result.fitted['sigma']!.every((s) => s > 0 && Number.isFinite(s))).toBe(true);
  });

  it('may reach nothing at all: two equal values have no spread', () => {
    const { result } = finished({
      config: { ...config, n: 2, truth: { mu: 125, sigma: 0.01 }, seed: '1051' },
    });
    expect(result).toMatchObject({ reached: 0, ended: { t: 1, reason: 'all-equal' } });
    expect(result.fitted['mu']!.length).toBe(0);
  });
});

describe('a job that cannot be cut', () => {
  it('has its input for its only piece, and nothing to show before that is made', () => {
    const input = { config };
    expect(run.pieces(input)).toEqual([input]);
    expect(joined(run, input, [])).toBe(null);
    expect(joined(run, input, allMade(run, input))).toEqual(finished(input).result);
  });

  it('makes another replicate of the seed when told to', () => {
    const other = { ...config, stream: 'keyed', replicate: 7 };
    const { fitted } = finished({ config: other }).result;
    const records = [...generations({ ...config, stream: 'keyed' }, 7)];
    const means = records.map(({ fit }) => (fit.ok ? paramsOf(fit).mu! : NaN));
    expect([...fitted.mu!]).toEqual(means);
  });
});
