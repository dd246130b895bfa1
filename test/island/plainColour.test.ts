import { describe, expect, it } from 'vitest';
import { plainColour } from '../../src/components/island/plainColour.ts';

const never = () => {
  throw new Error('painted');
};
const plain = (css: string) => plainColour(css, never).join(' ');

describe('a colour for a file', () => {
  it.each([
    ['rgb(31, 111, 196)', 'rgb(31, 111, 196) 1'],
    ['rgba(31, 111, 196, 0.22)', 'rgb(31, 111, 196) 0.22'],
    ['rgb(31 111 196 / 0.22)', 'rgb(31, 111, 196) 0.22'],
  ])('has its alpha beside it, in words of SVG 1.1: %s', (css, expected) => {
    expect(plain(css)).toBe(expected);
  });

  it('is none where nothing is seen, and stays what it is where it is no colour', () => {
    expect(plain('rgba(0, 0, 0, 0)')).toBe('none 1');
    expect(plainColour('color(srgb 0 0 0 / 0)', () => [0, 0, 0, 0])).toEqual(['none', 1]);
    expect(plain('none')).toBe('none 1');
    expect(plain('url(#shade)')).toBe('url(#shade) 1');
  });

  it.each([
    'oklch(0.6 0.1 240)',
    'lab(50 20 30)',
    'color(display-p3 1 0 0)',
    'color(srgb 1 0.5 0 / 0.5)',
  ])('is what the browser paints where it is in other words: %s', (css) => {
    const seen: string[] = [];
    const paint = (asked: string) => {
      seen.push(asked);
      return [1, 2, 3, 0.5] as const;
    };
    expect(plainColour(css, paint)).toEqual(['rgb(1, 2, 3)', 0.5]);
    expect(seen).toEqual([css]);
  });
});
