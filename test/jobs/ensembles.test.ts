import { describe, expect, it } from 'vitest';
import { bands } from '../../src/lib/ensemble/bands.ts';
import { valuesAt } from '../../src/lib/ensemble/pick.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import { ensembles, type EnsemblesInput } from '../../src/lib/jobs/ensembles.ts';
import { recordsOf } from '../../src/lib/recursion.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { config, slicesOf } from '../ensemble/support.ts';
import { allMade, joined, madeByWorkers, shuffled } from './support.ts';
import { paramsOf } from '../support/models.ts';

const LEVELS = [0.05, 0.5, 0.95];

const single: RunConfig = {
  family: config.family,
  truth: config.truth,
  estimator: config.estimator,
  regime: config.regime,
  n: config.n,
  generations: config.generations,
  seed: config.seed,
  stream: config.stream,
};

/** Two ensembles by shortcut, one value by value, and single runs; more than one piece of each. */
const input: EnsemblesInput = {
  ensembles: [
    { ...config, replicates: 1500 },
    { ...config, n: 10, replicates: 1300, at: [1, 250, 500] },
    { ...config, n: 20, replicates: 450, generations: 300, at: [1, 300], how: 'literal' },
  ],
  keep: ['sigma'],
  levels: LEVELS,
  runs: [
    { ...single, stream: 'source', seed: '2468' },
    ...Array.from({ length: 30 }, (_, i): RunConfig => ({ ...single, replicate: i })),
    { ...single, n: 2, seed: 'tiny' },
  ],
};
const made = allMade(ensembles, input);
const whole = joined(ensembles, input, made)!;

describe('the pieces of ensembles and runs', () => {
  const pieces = ensembles.pieces(input);

  it('begin with what a first picture needs: the first run, then the beginning of each ensemble', () => {
    expect(pieces.slice(0, 4)).toMatchObject([
      { firstRun: 0, runs: [input.runs![0]] },
      { ensemble: 0, from: 0 },
      { ensemble: 1, from: 0 },
      { ensemble: 2, from: 0 },
    ]);
  });

  it('hold every replicate and every run once', () => {
    input.ensembles.forEach(({ replicates }, ensemble) => {
      const cuts = pieces
        .flatMap((piece) => ('slice' in piece || 'runs' in piece ? [] : [piece]))
        .filter((piece) => piece.ensemble === ensemble)
        .sort((a, b) => a.from - b.from);
      expect(cuts.length).toBeGreaterThan(1);
      expect(cuts.map(({ from }) => from)).toEqual([0, ...cuts.slice(0, -1).map(({ to }) => to)]);
      expect(cuts.at(-1)!.to).toBe(replicates);
    });
    const bundles = pieces.flatMap((piece) => ('runs' in piece ? [piece] : []));
    expect(bundles.length).toBeGreaterThan(2);
    expect(bundles.flatMap(({ runs }) => runs)).toEqual(input.runs);
    for (const { firstRun, runs } of bundles) expect(runs[0]).toEqual(input.runs![firstRun]);
  });

  it('are about one piece’s work each, whatever the ensemble', () => {
    const settings = [
      { n: 2, generations: 1 },
      { n: 10_000, generations: 5000 },
      { n: 1_000_000, generations: 10, how: 'literal' },
      { n: 5, generations: 40, how: 'literal' },
    ] as const;
    for (const setting of settings) {
      const how = 'how' in setting ? setting.how : 'sufficient';
      const asked: EnsembleConfig = {
        ...config,
        ...setting,
        replicates: 10_000,
        at: [1, setting.generations],
        how,
      };
      const cuts = ensembles.pieces({ ...input, ensembles: [asked], runs: [] });
      for (const piece of cuts) {
        if (!('from' in piece)) throw new Error('no runs were asked for');
        const count = piece.to - piece.from;
        expect(count).toBeLessThanOrEqual(2000);
        const work = count * setting.generations * (how === 'literal' ? setting.n : 1);
        if (count > 1) expect(work).toBeLessThanOrEqual(how === 'literal' ? 2_000_000 : 300_000);
      }
    }
  });

  it('are plain data, and so is what is made of them', () => {
    expect(structuredClone(pieces)).toEqual(pieces);
    expect(structuredClone(made)).toEqual(made);
  });
});

describe('ensembles and runs joined', () => {
  it('are the ensembles in one piece, with their bands', () => {
    whole.ensembles.forEach(({ config: complete, made: count, bands: found }, i) => {
      const asked = input.ensembles[i]!;
      expect(complete).toMatchObject({ n: asked.n, at: asked.at, replicates: asked.replicates });
      expect(count).toBe(asked.replicates);
      expect(found).toEqual(bands(slicesOf(asked), LEVELS, ['sigma']));
    });
  });

  it('are the same to the last bit in whatever order the pieces were made', () => {
    for (const order of [made.toReversed(), shuffled(made, 'one'), shuffled(made, 'two')]) {
      expect(joined(ensembles, input, order)).toEqual(whole);
    }
  });

  it.each([1, 2, 5])('are the same to the last bit with %i workers', (workers) => {
    const arrived = madeByWorkers(ensembles, input, workers);
    expect(arrived).toHaveLength(made.length);
    if (workers > 1) expect(arrived).not.toEqual(made);
    expect(joined(ensembles, input, arrived)).toEqual(whole);
  });

  it('leave what they are made of as it is', () => {
    const before = made.map((part) => structuredClone(part));
    joined(ensembles, input, made);
    expect(made).toEqual(before);
  });

  it('keep 8 bytes for each replicate and generation kept of the parameters asked for, and no more', () => {
    for (const part of made) {
      const columns = 'slice' in part ? Object.entries(part.slice.values) : [];
      if ('slice' in part) expect(columns.map(([name]) => name)).toEqual(['sigma']);
      for (const [, column] of columns) {
        const { from, to, at } = (part as Extract<typeof part, { slice: unknown }>).slice;
        expect(column.buffer.byteLength).toBe(8 * (to - from) * at.length);
      }
    }
    for (const { slices, config: complete } of whole.ensembles) {
      const bytes = slices.reduce((sum, { values }) => sum + values.sigma!.byteLength, 0);
      expect(bytes).toBe(8 * complete.replicates * complete.at.length);
    }
  });
});

describe('ensembles as far as they have been made', () => {
  /** The first piece of each ensemble. */
  const beginnings = made.filter((part) => 'slice' in part && part.slice.from === 0);
  const firstSlices = made.flatMap((part) =>
    'slice' in part && part.ensemble === 0 ? [part] : [],
  );

  it('are nothing while one of them has no piece', () => {
    expect(joined(ensembles, input, [])).toBe(null);
    for (const missing of beginnings) {
      const others = made.filter(
        (part) => !('slice' in part && 'slice' in missing && part.ensemble === missing.ensemble),
      );
      expect(joined(ensembles, input, others)).toBe(null);
    }
    expect(joined(ensembles, input, beginnings)).not.toBe(null);
  });

  it('are the ensembles of as many replicates as there are', () => {
    const { ensembles: some, runs } = joined(ensembles, input, beginnings)!;
    some.forEach(({ config: complete, made: count, bands: found }, i) => {
      const asked = input.ensembles[i]!;
      expect(complete.replicates).toBe(asked.replicates);
      expect(count).toBeLessThan(asked.replicates);
      expect(found).toEqual(bands(slicesOf({ ...asked, replicates: count }), LEVELS, ['sigma']));
    });
    expect(runs).toEqual(input.runs!.map(() => null));
  });

  it('have the bands of the replicates that there are, also where some before them are not', () => {
    const later = firstSlices.at(-1)!;
    const parts = [later, ...beginnings];
    const [some] = joined(ensembles, input, parts)!.ensembles;
    const first = firstSlices[0]!.slice;
    expect(some!.made).toBe(first.to + later.slice.to - later.slice.from);
    expect(some!.slices).toEqual([first, later.slice]);
    expect(some!.bands).toEqual(bands([first, later.slice], LEVELS, ['sigma']));
  });

  it('have each run in its place as soon as it is made', () => {
    const bundle = made.find((part) => 'paths' in part && part.firstRun > 0)!;
    const { runs } = joined(ensembles, input, [bundle, ...beginnings])!;
    if (!('paths' in bundle)) throw new Error('not a bundle of runs');
    const { firstRun, paths } = bundle;
    expect(runs.slice(firstRun, firstRun + paths.length)).toEqual(paths);
    expect(runs.filter(Boolean)).toHaveLength(paths.length);
  });
});

describe('a single run beside ensembles', () => {
  it('is the run of its settings at the generations that the first ensemble keeps', () => {
    const { at } = whole.ensembles[0]!.config;
    whole.runs.forEach((path, i) => {
      const asked = input.runs![i]!;
      const records = recordsOf(asked);
      const last = records.at(-1)!;
      const ended = last.fit.ok ? null : { t: last.t, reason: last.fit.reason };
      const fits = at.map((t) => {
        const fit = records[t - 1]?.fit;
        return fit?.ok ? paramsOf(fit) : { mu: NaN, sigma: NaN };
      });
      expect(path!.config).toEqual(asked);
      expect(path!.at).toEqual(at);
      expect([...path!.values.mu!]).toEqual(fits.map(({ mu }) => mu));
      expect([...path!.values.sigma!]).toEqual(fits.map(({ sigma }) => sigma));
      expect(path!.ended).toEqual(ended);
    });
    expect(whole.runs.at(-1)!.ended!.reason).toBe('all-equal');
    expect(whole.runs.filter((path) => path!.ended)).toHaveLength(1);
  });

  it('is a replicate of the ensemble that draws every value', () => {
    const literal = { ...config, replicates: 3, how: 'literal' as const };
    const [slice] = slicesOf(literal);
    for (const [row, t] of config.at!.entries()) {
      const found = [1, 2, 3].map((place) => whole.runs[place]!.values.sigma![row]);
      expect(found).toEqual([...valuesAt([slice!], t, 'sigma')]);
    }
  });

  it('is the source’s second graph with its seed and its stream', () => {
    expect(whole.runs[0]!.values.sigma!.at(-1)).toBeCloseTo(9.910623, 6);
  });

  it('needs no company', () => {
    const alone = { ...input, runs: [] };
    const found = joined(ensembles, alone, allMade(ensembles, alone))!;
    expect(found.runs).toEqual([]);
    expect(found.ensembles).toEqual(whole.ensembles);
    const without = { ...input, runs: undefined };
    expect(joined(ensembles, without, allMade(ensembles, without))!.runs).toEqual([]);
  });
});

describe('ensembles that are asked for again', () => {
  const again = (changes: Partial<EnsemblesInput>) =>
    ensembles.again!(whole, { ...input, ...changes });
  const [first, ...others] = input.runs!;

  it('are the result at hand', () => {
    expect(again({})).toEqual(whole);
    expect(again({ ensembles: structuredClone(input.ensembles) })).toEqual(whole);
  });

  it('have their single runs in whatever order, and fewer of them, as if made for that', () => {
    const some = [[...others, first!], others, [others[4]!, first!], []];
    for (const runs of some) {
      const asked = { ...input, runs };
      const places = runs.map((run) => input.runs!.indexOf(run));
      const found = again({ runs })!;
      expect(found).toEqual(joined(ensembles, asked, allMade(ensembles, asked)));
      expect(found.ensembles).toBe(whole.ensembles);
      expect(found.runs).toEqual(places.map((place) => whole.runs[place]));
    }
    expect(again({ runs: undefined })!.runs).toEqual([]);
  });

  it('leave the result at hand as it is', () => {
    const before = structuredClone(whole);
    again({ runs: others });
    expect(whole).toEqual(before);
  });

  it('are not to be had where a single run is another, or was not made', () => {
    expect(again({ runs: [first!, { ...single, replicate: 30 }] })).toBeNull();
    expect(again({ runs: [{ ...first!, n: 199 }] })).toBeNull();
    const unfinished = { ...whole, runs: whole.runs.with(3, null) };
    expect(ensembles.again!(unfinished, input)).toBeNull();
    const without = { ...input, runs: input.runs!.toSpliced(3, 1) };
    expect(ensembles.again!(unfinished, without)!.runs).toEqual(whole.runs.toSpliced(3, 1));
  });

  it('are not to be had for other ensembles, parameters or levels', () => {
    const [one, ...rest] = input.ensembles;
    expect(again({ ensembles: [one!] })).toBeNull();
    expect(again({ ensembles: [...rest, one!] })).toBeNull();
    for (const change of [{ n: 199 }, { seed: 'other' }, { replicates: 1499 }, { at: [1, 500] }])
      expect(again({ ensembles: [{ ...one!, ...change }, ...rest] })).toBeNull();
    expect(again({ keep: ['mu'] })).toBeNull();
    expect(again({ levels: [0.5] })).toBeNull();
  });
});

it('reports a rising share of a piece, of ensembles and of runs', () => {
  for (const piece of ensembles.pieces(input).filter((_, i) => i < 4)) {
    const shares: number[] = [];
    const work = ensembles.make(piece);
    for (let next = work.next(); !next.done; next = work.next()) shares.push(next.value);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.every((share, i) => share > (shares[i - 1] ?? 0) && share <= 1)).toBe(true);
  }
});
