import { describe, expect, it } from 'vitest';
import '../../../src/lib/withLognormals.ts';
import {
  captionOf,
  captionOfEach,
  ensembleCaption,
  estimatorsCaption,
  mortalCaption,
  policiesCaption,
  runCaption,
} from '../../../src/components/charts/captions.ts';
import { estimatorsFor } from '../../../src/lib/estimators/index.ts';
import { families } from '../../../src/lib/families/index.ts';
import { NO_NUMBER } from '../sound.ts';
import { madeUp, madeUpRun } from '../madeUp.ts';

describe('the caption of a run', () => {
  const fit = { mu: 0, sigma: 1 };

  it('says what was run', () => {
    expect(runCaption(madeUpRun([fit, fit], { truth: { mu: 125, sigma: 30 } }))).toBe(
      'n = 100 · 2 generations · seed made up (this site’s own) · unbiased variance (divide by n − 1) · original mean 125, standard deviation 30',
    );
    expect(runCaption(madeUpRun([fit]))).toContain(' · 1 generation · ');
  });

  it('says which of the seed’s runs, where it is not the first', () => {
    const of = (replicate: number) => runCaption(madeUpRun([fit], { replicate }));
    expect(of(0)).toContain('seed made up (');
    expect(of(6)).toContain('seed made up, run 7 (');
  });

  it('says how far it came, where not all the way', () => {
    expect(runCaption(madeUpRun([fit], { generations: 500 }))).toContain('1 of 500 generations');
  });
});

describe('the caption of an ensemble', () => {
  const truth = { threshold: 10.25, meanlog: 2, sdlog: 0.5 };
  const asked = { family: 'lognormal3', estimator: 'mle', truth, n: 50, at: [1, 4] };

  it('names the parameters of a family that has no mean by their symbols', () => {
    expect(ensembleCaption(madeUp(asked, () => truth))).toBe(
      'n = 50 · 4 generations · 40 runs, all to the end · seed made up · local maximum likelihood · original θ = 10.25, ζ = 2, σ = 0.5',
    );
  });

  it('counts the runs that came to the end, and all of them where that is asked for', () => {
    const few = madeUp(asked, (t, replicate) => (t > 1 && replicate > 2 ? null : truth));
    expect(ensembleCaption(few)).toContain(' · 40 runs, 3 to the end · ');
    const all = madeUp(asked, () => truth);
    expect(mortalCaption({ ensembles: [all] })).toContain(' · 40 runs, 40 to the end · ');
    expect(mortalCaption({ ensembles: [few] })).toBe(ensembleCaption(few));
  });
});

describe('the caption of ensembles that are compared', () => {
  const fit = { mu: 0, sigma: 1 };
  const at = [1, 4];
  const original = 'original mean 0, standard deviation 1';

  it('says once what all have in common, then what each policy has of its own', () => {
    const share = { regime: 'fresh-real', regimeOptions: { share: 0.1 } };
    const ensembles = [{}, { regime: 'truncated' }, share].map((own) =>
      madeUp({ at, ...own }, () => fit),
    );
    expect(policiesCaption({ ensembles })).toBe(
      `n = 100 · 4 generations · 40 runs, all to the end · seed made up · unbiased variance (divide by n − 1) · ${original} · ` +
        'Replace, made by means and variances; Trim the tails, c = 2, made value by value; Fresh real share, α = 0.1, made by means and variances',
    );
  });

  it('says so of each where the second alone differs, or the first', () => {
    const [one, two, other] = ['a', 'a', 'b'].map((seed) => madeUp({ at, seed }, () => fit));
    const ends = (...ensembles: readonly (typeof one)[]) =>
      policiesCaption({ ensembles: ensembles as [] })
        .split(' · ')
        .at(-1);
    expect(ends(one, two, other)).toBe('seed a; seed a; seed b');
    expect(ends(other, one, two)).toBe('seed b; seed a; seed a');
  });

  it('is that of the policy alone where there is but one, or where all are alike', () => {
    const one = madeUp({ at }, () => fit);
    const alone = policiesCaption({ ensembles: [one] });
    expect(alone).toMatch(
      /^Replace · n = 100 · .* · made by means and variances · seed made up · /,
    );
    expect(policiesCaption({ ensembles: [one, one, one] })).toBe(alone);
  });

  it('names two methods of estimation last', () => {
    const ensembles = ['unbiased-variance', 'maximum-likelihood'].map((estimator) =>
      madeUp({ at, estimator }, () => fit),
    );
    expect(estimatorsCaption({ ensembles })).toBe(
      `n = 100 · 4 generations · 40 runs, all to the end · seed made up · ${original} · ` +
        'unbiased variance (divide by n − 1); maximum likelihood (divide by n)',
    );
  });

  it('counts for each the runs that are left, where runs end early', () => {
    const left = (runs: number) => madeUp({ at }, (t, r) => (t > 1 && r >= runs ? null : fit));
    const said = (...runs: number[]) => mortalCaption({ ensembles: runs.map(left) });
    expect(said(9, 30)).toMatch(/ · 40 runs, 9 to the end; 40 runs, 30 to the end$/);
    expect(said(40, 30)).toMatch(/ · 40 runs, 40 to the end; 40 runs, 30 to the end$/);
    expect(said(9, 9)).toContain(' · 4 generations · 40 runs, 9 to the end · seed made up · ');
  });

  it('says how many there are of each so far, before and after what else was run', () => {
    const whole = madeUp({ at }, () => fit);
    const part = { ...whole, made: 7 };
    const around = { before: ['first'], after: ['last'] };
    expect(captionOfEach([whole, whole], 'of each', around)).toBe(
      'first · 40 runs of each · seed made up · last',
    );
    expect(captionOfEach([whole, part], 'of each')).toMatch(/^7 of 40 runs so far of each · /);
  });
});

describe('the original in a caption', () => {
  it.each(families.all)('is told by each parameter of the family: $label', (family) => {
    const estimator = estimatorsFor(family.id)[0]!.id;
    const truth = Object.fromEntries(family.parameters.map(({ name }, i) => [name, 41 + i]));
    const config = { family: family.id, estimator, truth, n: 9, seed: 'any' };
    const said = captionOf(config);
    family.parameters.forEach((_, i) =>
      expect(said).toMatch(new RegExp(`original.* ${41 + i}\\b`)),
    );
    expect(said).not.toMatch(NO_NUMBER);
  });

  it('is not spoken of where it is no numbers', () => {
    const config = {
      family: 'normal',
      estimator: 'unbiased-variance',
      truth: {},
      n: 9,
      seed: 'any',
    };
    expect(captionOf(config)).toBe('n = 9 · seed any · unbiased variance (divide by n − 1)');
  });
});
