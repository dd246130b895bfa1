import { describe, expect, it } from 'vitest';
import { citationLabels, citedKeys, fullAuthors, workLinks } from '../../src/site/references.ts';

const work = (authors: string[], year: number) => ({ authors, year, title: 'T' });

describe('citation labels', () => {
  it('name one author, two, or the first of many', () => {
    const labels = citationLabels(
      new Map([
        ['a', work(['Wicklin, Rick'], 2024)],
        ['b', work(['Matsumoto, Makoto', 'Nishimura, Takuji'], 1998)],
        ['c', work(['Shumailov, Ilia', 'Gal, Yarin', 'Anderson, Ross'], 2024)],
      ]),
    );
    expect([...labels.values()].sort()).toEqual([
      'Matsumoto and Nishimura 1998',
      'Shumailov et al. 2024',
      'Wicklin 2024',
    ]);
  });

  it('tell works of the same people and year apart, whatever their order', () => {
    const pair = ['Marsaglia, George', 'Tsang, Wai Wan'];
    const labels = citationLabels(
      new Map([
        ['m-ziggurat', work(pair, 2000)],
        ['m-gamma', work(pair, 2000)],
      ]),
    );
    expect(labels.get('m-gamma')).toBe('Marsaglia and Tsang 2000a');
    expect(labels.get('m-ziggurat')).toBe('Marsaglia and Tsang 2000b');
  });
});

it('writes authors first name first', () => {
  expect(fullAuthors(['Gal, Yarin'])).toBe('Yarin Gal');
  expect(fullAuthors(['A, B', 'C, D', 'An Institute'])).toBe('B A, D C and An Institute');
});

it('links a work by all its addresses', () => {
  expect(
    workLinks({ ...work(['A, B'], 1), doi: '10.1/x', arxiv: '2405.1', url: 'https://www.a.org/b' }),
  ).toEqual([
    { text: 'doi:10.1/x', address: 'https://doi.org/10.1/x' },
    { text: 'arXiv:2405.1', address: 'https://arxiv.org/abs/2405.1' },
    { text: 'a.org', address: 'https://www.a.org/b' },
  ]);
});

it('finds the keys that a text cites, each once and in order', () => {
  const source = `A <Cite key="b" /> and <Cite key='a'/>, again <Cite key="b"/>, <Cite\n  key={"c"} />, <Term id="d" />`;
  expect(citedKeys(source)).toEqual(['b', 'a', 'c']);
});
