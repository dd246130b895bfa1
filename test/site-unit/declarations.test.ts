import { describe, expect, it } from 'vitest';
import { declarationsOf, unserved } from '../browsers/declarations.ts';

describe('the declarations of a style sheet', () => {
  it('are found in rules within rules, whatever stands in quotes and parentheses', () => {
    const sheet = `@charset "utf-8";/* a{b:c} */@font-face{font-family:X;src:url(x.woff2)}
      a,b:hover{color:red;background:url("data:image/svg+xml;{}") no-repeat}
      @media (width>=62rem){.d{--own:{};gap:calc(1px + (2px*3)) !important}}`;
    expect(declarationsOf(sheet).map(({ property, value }) => [property, value])).toEqual([
      ['color', 'red'],
      ['background', 'url("data:image/svg+xml;{}") no-repeat'],
      ['gap', 'calc(1px + (2px*3))'],
    ]);
  });

  it('that a browser refuses are named, unless the same rule has another way', () => {
    const declarations = declarationsOf(
      '.a{text-decoration:underline dotted 1.5px}.b{width:10vw;width:10dvw}.c{width:10dvw}',
    );
    const old = declarations.map(({ value }) => !/dvw|1\.5px/.test(value));
    expect(unserved(declarations, old)).toEqual([
      'text-decoration: underline dotted 1.5px',
      'width: 10dvw',
    ]);
  });
});
