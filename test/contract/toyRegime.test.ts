import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulateHelp } from '../../src/cli/simulateHelp.ts';
import type { Demo } from '../../src/components/demos/shared/demo.ts';
import { fillForm } from '../../src/components/island/form.ts';
import { shapeOf } from '../../src/components/island/shape.ts';
import { placesOf } from '../support/places.ts';
import { checkEnsemble } from '../../src/lib/ensemble/config.ts';
import { programs } from '../../src/programs/index.ts';
import { regimes } from '../../src/lib/regimes/index.ts';
import { defaultSettings, isInUse, type Field, type Settings } from '../../src/settings/fields.ts';
import { regimeMoments } from '../../src/lib/theory/regimeMoments.ts';
import type { Curation, Regime } from '../../src/lib/types.ts';
import { readQuery, writeQuery } from '../../src/settings/links.ts';
import { document, expectSoundDrawings, expectSoundWords } from '../components/sound.ts';
import { distance } from '../ensemble/support.ts';
import { KOLMOGOROV_CRITICAL } from '../random/goodnessOfFit.ts';
import {
  at,
  expectAverage,
  expectMoments,
  fitsOf,
  momentsOf,
  standard,
} from '../regimes/support.ts';
import { ROOT } from '../support/root.ts';
import { keepPart } from './keepPart.ts';
import { describeRegime } from './regimeContract.ts';

/*
 * A regime is one file and one line in the registry. The line is written here, before the demos are
 * loaded, as it would be in src/lib/regimes/policies.ts; nothing else knows the regime.
 */
regimes.add(keepPart);
/**
 * One more, of which nothing but the values is known: they are moved to two standard deviations
 * from the mean at most.
 */
const clipped: Regime = {
  id: 'clipped',
  label: 'Clip the tails',
  short: 'Clip',
  summary: 'Each generation is fitted to output of the newest model without its extremes.',
  options: [],
  batches: ({ t, n }) => [
    t === 1 ? { from: 'real', count: n } : { from: 'synthetic', count: n, curation: clip },
  ],
};
const clip: Curation = {
  take: (x, { model: { mean, sd } }) => Math.min(mean + 2 * sd, Math.max(mean - 2 * sd, x)),
};
regimes.add(clipped);
const { demos } = await import('../../src/components/demos/index.ts');
const { finish } = await import('../../src/components/island/finish.ts');

const { id, label } = keepPart;

/** The menus of policies of a demo. */
const MENUS: Readonly<Record<string, readonly string[]>> = {
  policy: ['regime'],
  policies: ['first', 'second', 'third'],
};

describeRegime(keepPart);
describeRegime(clipped);

it('is in CONTRIBUTING as it stands in its file', () => {
  const [, shown] = /```ts\n(import type \{ ParameterSpec, Regime \}[^`]*)```/.exec(
    readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'),
  )!;
  const file = readFileSync(join(import.meta.dirname, 'keepPart.ts'), 'utf8');
  expect(shown).toBe(file.replace('../../src/lib/types.ts', '../types.ts'));
});

describe.each(Object.entries(MENUS))('a new regime in the demo %s', (name, menus) => {
  const demo: Demo = demos.get(name);
  const { fields } = demo;
  const usual = defaultSettings(fields);
  const part = fields.find((field) => field.name === 'part')!;

  it('stands in every menu of policies, with its name', () => {
    for (const menu of menus) {
      const field = fields.find((other) => other.name === menu)!;
      if (field.kind !== 'choice') throw new Error(`not a menu: ${menu}`);
      expect(field.options).toContainEqual({ value: id, label });
    }
  });

  it('has its option as a field, made from its description', () => {
    const { symbol, typical, default: usually } = keepPart.options[0]!;
    expect(part).toMatchObject({ kind: 'number', symbol, ...typical, default: usually });
  });

  it('has its option in use, and in sight, while it is chosen and no longer', () => {
    const hidden = (settings: Settings) => {
      const slot = { hidden: false };
      const box = { value: '', setAttribute: () => undefined };
      const form = {
        elements: { namedItem: () => box },
        querySelector: (what: string) => (what === '[data-field="part"]' ? slot : null),
      };
      fillForm(form as unknown as HTMLFormElement, fields, settings);
      return slot.hidden;
    };
    expect([isInUse(part, usual), hidden(usual)]).toEqual([false, true]);
    for (const menu of menus) {
      const chosen = { ...usual, [menu]: id };
      expect([isInUse(part, chosen), hidden(chosen)]).toEqual([true, false]);
    }
  });

  it('comes back from a link with its option, and the options of others are not in it', () => {
    const chosen = { ...usual, ...Object.fromEntries(menus.map((menu) => [menu, id])), part: 0.35 };
    const link = writeQuery('', name, fields, chosen);
    const keys = [...new URLSearchParams(link).keys()];
    const others = fields.filter((field: Field) => field.when && field !== part);
    expect(others.length).toBeGreaterThan(5);
    expect(keys).toContain(`${name}.part`);
    for (const other of others) expect(keys).not.toContain(`${name}.${other.name}`);
    const read = readQuery(link, name, fields, usual);
    expect(read.notes).toEqual([]);
    expect(demo.input(read.settings)).toEqual(demo.input(chosen));
    expect(demo.config(read.settings)).toMatchObject({ regime: id, regimeOptions: { part: 0.35 } });
    expect(writeQuery('', name, fields, usual)).not.toContain('part');
  });

  it('is drawn, said and put into tables', () => {
    const chosen = { ...usual, ...Object.fromEntries(menus.map((menu) => [menu, id])) };
    const result = finish(demo.job, demo.input({ ...chosen, replicates: 40 }));
    const frames = [0, demo.frames(result) - 1];
    for (const figure of demo.figures) {
      expectSoundDrawings(figure, result, frames);
      expect(figure.title(result)).toContain(`${label}, κ = 0.1`);
    }
    expectSoundWords(demo, result, frames);
  });
});

describe('a new regime in the fate map', () => {
  const demo: Demo<'ensembles'> = demos.get('fate-map') as never;
  const [map] = demo.figures;
  const result = finish(
    demo.job,
    demo.input({ ...defaultSettings(demo.fields), replicates: 10, generations: 20 }),
  );

  it('has a row, at every sample size', () => {
    const sizes = [...new Set(result.ensembles.map(({ config }) => config.n))];
    const rows = map!.table(result, 3).rows.filter(([policy]) => policy === `${label}, κ = 0.1`);
    expect(rows.map(([, n]) => n)).toEqual(sizes);
  });

  it('is drawn within the picture', () => {
    const { svg } = expectSoundDrawings(map!, result, [0, 3]);
    expect(svg.textContent).toContain(label);
    const { narrow, wide } = placesOf(shapeOf(demo), 0);
    for (const { width, height } of [narrow, wide]) {
      const drawn = map!.draw(result, 3, { width, height, document, uid: 'test' }).svg;
      const bottom = Math.max(
        ...[...drawn.querySelectorAll('rect')].map(
          (rect) => Number(rect.getAttribute('y')) + Number(rect.getAttribute('height')),
        ),
      );
      expect(bottom).toBeLessThanOrEqual(height);
    }
  });

  it('has a link to its runs in the demo of one policy', () => {
    const policy = demos.get('policy');
    const svg = map!.draw(result, 3, { width: 700, height: 320, document, uid: 'test' }).svg;
    const links = [...svg.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
    const its = links
      .map((link) => readQuery(link.split('?')[1]!, 'policy', policy.fields, {}).settings)
      .filter(({ regime }) => regime === id);
    expect(its.map(({ part }) => part)).toEqual([0.1, 0.1, 0.1, 0.1, 0.1]);
  });
});

it('is on the command line, with its option', () => {
  expect(simulateHelp()).toContain(
    `  ${id}: ${label}\n    part: ${keepPart.options[0]!.label}; 0 to 1 [0.1]\n`,
  );
});

describe.each(programs.all.filter(({ engine }) => !engine))('the $label program', (writer) => {
  it('of a regime that it has no words for yet is refused in one line', () => {
    const { run, ensemble } = {
      run: { ...standard, regime: id, n: 20, generations: 5 },
      ensemble: { ...standard, regime: id, n: 20, generations: 5, replicates: 10 },
    };
    for (const config of [run, ensemble])
      expect(() => writer.write(config)).toThrow(
        /^there is no .* program for the regime keep-part[^\n]*$/,
      );
  });
});

describe.each([0.1, 0.6])('ensembles under a new regime that keeps %d', (part) => {
  const asked = { regime: id, regimeOptions: { part }, n: 20, at: [2, 9] };
  const config = { ...standard, ...asked, generations: 9 };

  it('take the shortcut by themselves', () => {
    expect(checkEnsemble({ ...config, replicates: 1 }).shortcut?.id).toBe('normal-batches');
  });

  it('have one law by shortcut and literally, and the exact moments', () => {
    const [few, many] = [2000, 50_000];
    const literal = fitsOf({ ...asked, how: 'literal', replicates: few, seed: 'by value' });
    const sufficient = fitsOf({ ...asked, how: 'sufficient', replicates: many });
    const exact = momentsOf({ ...asked, generations: 9 });
    // Smirnov: the distance times this has Kolmogorov's limit law; the critical value is exceeded
    // once in 10,000.
    const size = Math.sqrt((few * many) / (few + many));
    for (const t of asked.at) {
      for (const name of ['mu', 'sigma'] as const) {
        const found = distance(literal[name](t), sufficient[name](t)) * size;
        expect(found, `${name}, t = ${t}`).toBeLessThan(KOLMOGOROV_CRITICAL);
      }
      for (const fits of [literal, sufficient]) {
        expectAverage(fits.mu(t), 0, `E m, t = ${t}`);
        expectMoments(fits, t, at(exact, t));
      }
    }
  });
});

describe('a new regime with a curation that says nothing of normals', () => {
  const demo: Demo = demos.get('selection');
  const usual = defaultSettings(demo.fields);

  it('stands among the rules of selection, and a regime without one does not', () => {
    const [menu] = demo.fields;
    if (menu?.kind !== 'choice') throw new Error('no menu');
    const ids = menu.options.map(({ value }) => value);
    expect(ids).toContain('clipped');
    expect(ids).not.toContain(id);
  });

  it('is made value by value, and has no exact moments', () => {
    const config = { ...standard, regime: 'clipped', n: 20, generations: 9 };
    expect(checkEnsemble({ ...config, replicates: 1 }).config.how).toBe('literal');
    expect(regimeMoments(config)).toBeNull();
  });

  it('is drawn, said and put into tables without them', () => {
    const chosen = { ...usual, rule: 'clipped', replicates: 10, generations: 20 };
    const result = finish(demo.job, demo.input(chosen));
    for (const figure of demo.figures) expectSoundDrawings(figure, result, [0, 19]);
    expectSoundWords(demo, result, [0, 19]);
  });
});

it('is replacing where nothing is kept and accumulating where everything is', () => {
  for (const [part, known] of [
    [0, 'replace'],
    [1, 'accumulate'],
  ] as const) {
    const found = momentsOf({ regime: id, regimeOptions: { part }, n: 20 });
    const wanted = momentsOf({ regime: known, n: 20 });
    for (const t of [1, 2, 50, 100]) {
      const [a, b] = [at(found, t), at(wanted, t)];
      expect(a.varianceOfMean / b.varianceOfMean).toBeCloseTo(1, 12);
      expect(a.meanOfVariance / b.meanOfVariance).toBeCloseTo(1, 12);
    }
  }
});
