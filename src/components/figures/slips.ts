import { entryAt } from '../../lib/entryAt.ts';
import { checkConfig } from '../../lib/config.ts';
import { generationsOf } from '../../lib/recursion.ts';
import type { TextsResult } from '../../lib/jobs/texts.ts';
import type { Figure, View } from '../charts/figure.ts';
import { flow, type Placed, type Room } from '../charts/flow.ts';
import { element } from '../charts/marks.ts';
import { plainDrawing } from '../charts/plainDrawing.ts';
import { nameOf } from '../charts/wordCounts.ts';
import { count, enumerated, plural } from '../charts/words.ts';

/** The four steps of one copy, in order; frame 4 (t - 1) + step belongs to generation t. */
export const SLIP_STEPS = ['In the hat', 'Drawn', 'Not drawn', 'The next hat'] as const;

export const stepOf = (frame: number) => ({
  t: 1 + Math.floor(frame / SLIP_STEPS.length),
  step: frame % SLIP_STEPS.length,
});

const SAID = [
  '',
  'one at a time, each put back',
  'nobody can draw them again',
  'what was drawn, and nothing else',
];

/** What was drawn in each generation, of runs that were looked at before. */
const drawn = new WeakMap<TextsResult, readonly (readonly number[])[]>();

/** The words in the hat of generation t, as numbers: for t = 0 the sentence itself. */
export function hatOf(result: TextsResult, t: number): readonly number[] {
  const known = drawn.get(result) ?? makeAgain(result);
  drawn.set(result, known);
  return known[t] ?? [];
}

/** The draws of the run, made again: a dozen words a generation. */
function makeAgain({ text }: TextsResult): (readonly number[])[] {
  const checked = checkConfig(text.config);
  const hats: (readonly number[])[] = [[...(checked.real.sequence ?? [])]];
  for (const { values } of generationsOf(checked)) hats.push([...values]);
  return hats;
}

/** Words of the hat that are not drawn in generation t, each once. */
export const lostIn = (result: TextsResult, t: number): number[] => {
  const after = new Set(hatOf(result, t));
  return [...new Set(hatOf(result, t - 1))].filter((type) => !after.has(type));
};

/** In the hat the same words lie together. */
const sorted = (types: readonly number[]) => [...types].sort((a, b) => a - b);

/**
 * Sizes in pixels of a wide picture and of a narrow one: letters, what a slip has around its word,
 * heights of a heading and of a line of slips, and the space between rows.
 */
const SIZES = {
  wide: { letters: 14, x: 8, above: 18, below: 8, heading: 28, line: 38, gap: 10 },
  narrow: { letters: 12, x: 5, above: 13, below: 5, heading: 22, line: 26, gap: 6 },
} as const;

const sizesOf = ({ width, height }: View) =>
  width >= 480 && height >= 340 ? SIZES.wide : SIZES.narrow;

/** One copy of a sentence on slips of paper, in four steps. */
export const slipsFigure: Figure<TextsResult> = {
  id: 'slips',
  title: () => 'One copy: the hat, what is drawn, what is not, the next hat',
  name: () => 'One copy',
  redraws: true,
  draw(result, frame, view) {
    const { t, step } = stepOf(frame);
    const sizes = sizesOf(view);
    const rows: readonly (readonly number[])[] = [
      sorted(hatOf(result, t - 1)),
      hatOf(result, t),
      lostIn(result, t),
      sorted(hatOf(result, t)),
    ];
    const laid = rows.map((types, index) => rowOf(view, result, index, types));
    const all = laid.reduce((sum, { height }) => sum + height, 0);
    // Where there is no room for all, the row of this step and the one before.
    const shown = laid.filter(
      ({ index }) => all <= view.height || index === step || index === Math.max(0, step - 1),
    );
    const marks: SVGElement[] = [];
    let top = 0;
    for (const { index, height, placed } of shown) {
      const reached = step >= index;
      marks.push(heading(view, index, top, reached ? saidOf(index, t) : '', reached));
      if (reached) {
        const y = top + sizes.heading;
        if (placed.length === 0)
          marks.push(element(view, 'text', { x: sizes.x, y: y + 17 }, 'none this time'));
        for (const slip of placed)
          marks.push(...slipMarks(view, { ...slip, y: y + slip.y }, index, sizes));
      }
      top += height;
    }
    const name = `${this.title(result)}: generation ${count(t)}, step ${count(step + 1)} of 4`;
    return plainDrawing(view, name, marks);
  },
  takeaway(result, frame) {
    const { t, step } = stepOf(frame);
    const types = new Set(hatOf(result, step < 2 ? t - 1 : t)).size;
    const all = new Set(hatOf(result, 0)).size;
    return `${plural(types, 'different word')} of ${count(all)} ${types === 1 ? 'is' : 'are'} left in the game.`;
  },
  note: () => 'Each slip is as likely as any other; a word on two slips is twice as likely.',
  table(result, frame) {
    const { t } = stepOf(frame);
    const [before, after] = [hatOf(result, t - 1), hatOf(result, t)];
    const times = (hat: readonly number[], type: number) =>
      hat.filter((one) => one === type).length;
    return {
      columns: ['word', 'slips in the hat', 'slips in the next hat'],
      rows: [...new Set(hatOf(result, 0))].map((type) => [
        nameOf(result.text, type),
        times(before, type),
        times(after, type),
      ]),
    };
  },
};

/** The slips of a row, with its height; places are from below its heading on. */
function rowOf(view: View, { text }: TextsResult, index: number, types: readonly number[]) {
  const sizes = sizesOf(view);
  const room: Room = {
    ...{ left: sizes.x, right: view.width - sizes.x, top: 0, bottom: Infinity },
    ...{ size: sizes.letters, line: sizes.line },
  };
  const words = types.map((type) => [type, nameOf(text, type)] as const);
  const placed = flow(words, room, 2 * sizes.x + 4);
  const lowest = Math.max(sizes.line, ...placed.map(({ y }) => y + sizes.below + 4));
  return { index, placed, height: sizes.heading + lowest + sizes.gap };
}

/** The words that a copy loses, in quotation marks. */
export const namesLost = (result: TextsResult, t: number): string =>
  enumerated(lostIn(result, t).map((type) => `“${nameOf(result.text, type)}”`));

const saidOf = (index: number, t: number) =>
  index === 0
    ? t === 1
      ? 'the sentence, one word a slip'
      : `copy ${count(t - 1)}`
    : entryAt(SAID, index);

function heading(view: View, index: number, top: number, words: string, reached: boolean) {
  const text = element(view, 'text', {
    x: 0,
    y: top + 15,
    class: reached ? 'step' : 'step later',
  });
  const name = `${index + 1}  ${SLIP_STEPS[index]}`;
  text.append(element(view, 'tspan', { class: 'step-name' }, name));
  if (words) text.append(element(view, 'tspan', { dx: 8 }, words));
  return text;
}

function slipMarks(
  view: View,
  { x, y, width, text }: Placed,
  index: number,
  sizes: ReturnType<typeof sizesOf>,
): SVGElement[] {
  const lost = index === 2;
  const large = sizes === SIZES.wide ? 'page-word' : '';
  const className = [large, lost ? 'dead-word' : ''].filter(Boolean).join(' ');
  return [
    element(view, 'rect', {
      ...{ x: Math.round(x - sizes.x), y: y - sizes.above, rx: 2 },
      ...{ width: Math.ceil(width + 2 * sizes.x), height: sizes.above + sizes.below },
      fill: 'none',
      stroke: lost ? 'var(--original)' : 'var(--ink)',
      ...(lost && { 'stroke-dasharray': '3 2' }),
    }),
    element(view, 'text', { x: Math.round(x), y, ...(className && { class: className }) }, text),
  ];
}
