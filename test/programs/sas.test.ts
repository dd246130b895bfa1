// There is no SAS here, so its program is never run: these tests read it as SAS's tokenizer would and check
// its structure. What it computes is checked only by its twins in R, Python and TypeScript.
import { describe, expect, it } from 'vitest';
import { sas } from '../../src/lib/programs/sas.ts';
import { estimatorIds, firstGraph, keyed, nastySeeds } from './configs.ts';

const configs = [firstGraph, keyed].flatMap((base) =>
  estimatorIds.map((estimator) => ({ ...base, estimator })),
);

const cases = configs.map((config) => ({ config, name: `${config.stream}, ${config.estimator}` }));

/** The program without comments, and without the insides of its strings. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/'[^'\n]*'|"[^"\n]*"/g, "''");
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('the SAS program', () => {
  it.each(cases)('closes everything that it opens: $name', ({ config }) => {
    const bare = code(sas.write(config));
    expect(count(bare, /(?<!%)\bdo\b/g)).toBe(count(bare, /(?<!%)\bend\b/g));
    expect(count(bare, /%do\b/g)).toBe(count(bare, /%end\b/g));
    expect(count(bare, /%macro\b/g)).toBe(count(bare, /%mend\b/g));
    const steps = count(bare, /^ *(data|proc) /gm);
    expect(steps).toBeGreaterThan(2);
    expect(count(bare, /^ *run;/gm)).toBe(steps);
    expect(count(bare, /\(/g)).toBe(count(bare, /\)/g));
    expect(count(bare, /\[/g)).toBe(count(bare, /\]/g));
    // A quote or the end of a comment that is left over has no partner.
    expect(bare.replaceAll("''", '')).not.toMatch(/["']|\*\/|\/\*/);
  });

  it.each(cases)('ends every statement with a semicolon: $name', ({ config }) => {
    const lines = code(sas.write(config))
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && line !== '%recursion');
    for (const line of lines) expect(line).toMatch(/;$/);
  });

  it.each(cases)('uses no macro variable that it does not set: $name', ({ config }) => {
    const text = sas.write(config);
    const used = [...text.matchAll(/&(\w+)/g)].map((match) => match[1]);
    for (const name of used) expect(text).toMatch(new RegExp(`%(let|do) ${name} = `));
    for (const name of ['n', 'generations', 'true_mean', 'true_sd', 'seed']) {
      expect(used).toContain(name);
    }
    // Every other percent sign is a macro statement or function that SAS has.
    const known = /%(let|macro|mend|do|to|end|eval|if|then|return|recursion)\b/g;
    expect(text.replace(known, '')).not.toContain('%');
  });

  it.each(cases)('simulates, fits, and keeps the fit, in this order: $name', ({ config }) => {
    const text = sas.write(config);
    const keyed = config.stream === 'keyed';
    const loop = [
      'streaminit(',
      'do i = 1 to n;',
      "rand('Normal', mean, sd)",
      'mean = mean(of x[*]);',
    ];
    const rest = [
      'sd <= 0',
      'stop;',
      keyed ? '\n    output;' : 'proc append base = runs data = model;',
    ];
    const places = [
      ...loop,
      '\n',
      'sd = ',
      ...rest,
      'data _null_;',
      "put 't,n,mean,sd'",
      'put t n mean',
    ];
    let from = 0;
    for (const place of places) {
      const at = text.indexOf(place, from);
      expect(at, place).toBeGreaterThan(-1);
      from = at + place.length;
    }
  });

  it('keeps its comments free of what SAS would act on, whatever the seed', () => {
    for (const base of [keyed, ...configs]) {
      for (const seed of base.stream === 'keyed' ? nastySeeds : [base.seed]) {
        const text = sas.write({ ...base, seed });
        const comments = [...text.matchAll(/\/\*([\s\S]*?)\*\//g)].map((match) => match[1]!);
        expect(comments.join('')).not.toMatch(/[%&'*\\]/);
        expect(count(comments.join(''), /"/g) % 2).toBe(0);
        expect(text.slice(0, 2)).toBe('/*');
      }
    }
  });

  it('starts the source’s stream from seed + t in generation t, and any other stream once', () => {
    const source = sas.write(firstGraph);
    expect(source).toContain('call streaminit(%eval(&seed + &t));');
    expect(source).toContain("x[i] = round(rand('Normal', mean, sd), 1e-5);");
    const bare = code(sas.write(keyed));
    expect(bare.indexOf('call streaminit(&seed);')).toBeLessThan(bare.indexOf('do t = 1'));
    expect(count(bare, /streaminit/g)).toBe(1);
  });
});
