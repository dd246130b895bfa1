import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fallTimeOfMedian } from '../../src/lib/theory/fallTimeOfMedian.ts';
import { proseOf } from '../../src/site/text.ts';

const read = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');
const article = (id: string) => [id, read(`content/articles/${id}.mdx`)] as const;

/** The two articles on one normal model under replace. */
const replacing = [article('a-model-of-a-model'), article('does-it-always-collapse')];
const articles = [
  ...replacing,
  article('a-model-with-an-edge'),
  article('words-that-die-out'),
  article('keep-some-real-data'),
  article('is-collapse-inevitable'),
];

describe.each(articles)('the article %s', (_, source) => {
  // A command line has an option of that name.
  const prose = proseOf(source.replace(/^```[\s\S]*?^```/gm, ''));

  it('has one name for one thing', () => {
    expect(prose).not.toMatch(/\breplicates?\b/i); // a run
    expect(prose).not.toMatch(/\bquantiles?\b/i); // a percentile
    expect(prose).not.toMatch(/\b(?:the|its) source(?:’s)?\b|original article/i); // Wicklin’s article
  });

  it('counts generations by t', () => {
    expect(source).not.toMatch(/\b[msXZC]_\{?k/);
    expect(source).not.toMatch(/_k_/);
  });
});

describe.each(replacing)('the article %s, on one model', (_, source) => {
  it('calls the original generation 0 in its formulas', () => {
    expect(source).toMatch(/m_0=\\mu/);
  });

  it('has its halving times from the exact law, as the first generation at or below half', () => {
    expect(source).toMatch(/import \{ fallTimeOfMedian \}/);
    expect(source).not.toMatch(/halvingTimeOfSd|halfLife/);
    expect(source).toContain('<Term id="halving-time">');
  });
});

it('halves the typical spread of 10 and 200 values by generation 13 and 276', () => {
  expect([10, 200].map((n) => fallTimeOfMedian({ n }))).toEqual([13, 276]);
});

it('calls a run a run in the glossary, where other words for it are only named', () => {
  const glossary = read('content/glossary.yaml').replace(/^\s*see:.*$/gm, '');
  expect(glossary.match(/\breplicates?\b(?!:)/gi)).toEqual(['replicate']);
  expect(glossary.match(/\bquantiles?\b/gi)).toEqual(['quantile']);
});
