import { describe, expect, it } from 'vitest';
import { TIED, tie } from '../../src/site/tie.ts';

const card = (word: string) => `<span class="tied"><button>${word}</button>${TIED}</span>`;
const tied = (inner: string) => `<span class="tied">${inner}</span>`;

describe('text that touches a term, a citation or a formula', () => {
  it.each([
    ['a comma', `of ${card('runs')}, and`, `of ${tied('<button>runs</button>,')} and`],
    ['brackets', `(${card('Kesten')}).</p>`, `${tied('(<button>Kesten</button>).')}</p>`],
    [
      'a quotation mark',
      `&quot;${card('x')}&quot; a`,
      `${tied('&quot;<button>x</button>&quot;')} a`,
    ],
    ['a plural', `two ${card('run')}s a`, `two ${tied('<button>run</button>s')} a`],
    ['nothing', `a ${card('run')} a`, `a ${tied('<button>run</button>')} a`],
    ['a formula', 'is <math>x</math>.', `is ${tied('<math>x</math>.')}`],
    ['a formula in brackets', '(<math>x</math>) a', `${tied('(<math>x</math>)')} a`],
    ['a no-break space', '<math>x</math>\u00a0% a', `${tied('<math>x</math>\u00a0%')} a`],
  ])('stays with it: %s', (_, html, expected) => {
    expect(tie(html)).toBe(expected);
  });

  it('may be parted from it after a dash', () => {
    expect(tie('1–<math>x</math>—and')).toBe('1–<math>x</math>—and');
  });

  it('leaves a formula alone that nothing touches', () => {
    const html = '<div><math display="block">x</math></div> <math>y</math> z';
    expect(tie(html)).toBe(html);
  });
});
