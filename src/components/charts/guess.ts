import type { EnsemblesResult } from '../../lib/jobs/ensembles.ts';
import type { Drawing, Frame, Handle, View, Viewed } from './figure.ts';
import { clampY } from './bands.ts';
import { element, px } from './marks.ts';
import { only } from './ensemble.ts';
import { originally } from './statistic.ts';

/**
 * Runs, and what the reader expected of s in the last generation, as a multiple of the original;
 * null without a guess.
 */
export type Guessed = Viewed<EnsemblesResult, { readonly guess: number | null }>;

/** The pin can be dragged up and down. */
export function guessHandles({ y, right }: Drawing, result: Guessed): Handle[] {
  const { guess } = result.view;
  if (guess === null) return [];
  const original = originally(only(result), 'spread');
  const at = (pixel: number) => y.invert(pixel) / original;
  return [{ field: 'guess', x: right - 9, y: y(guess * original), along: 'y', at }];
}

/** A violet pin at the right edge, where the reader thought that most runs would end. */
export function guessMark(view: View, f: Frame, result: Guessed): SVGElement[] {
  const { guess } = result.view;
  if (guess === null) return [];
  const y = clampY(f, guess * originally(only(result), 'spread'));
  const x = f.right;
  return [
    element(
      view,
      'g',
      { class: 'guess' },
      element(view, 'path', {
        d: `M${px(x)},${px(y)}l-9,-5.5a6.5,6.5 0 1 0 0,11Z`,
        fill: 'var(--guess)',
        stroke: 'var(--paper)',
      }),
      element(
        view,
        'text',
        {
          x: px(x - 24),
          y: px(y + 4),
          'text-anchor': 'end',
          fill: 'var(--guess)',
          class: 'guess-label',
        },
        'your guess',
      ),
    ),
  ];
}
