import type { TextsResult } from '../../lib/jobs/texts.ts';
import type { Figure, View, Viewed } from '../charts/figure.ts';
import { plainDrawing } from '../charts/plainDrawing.ts';
import { element } from '../charts/marks.ts';
import { BLANK, flow, type Placed, type Room } from '../charts/flow.ts';
import { aliveIn, diedIn, nameOf } from '../charts/wordCounts.ts';
import { count, percent, plural } from '../charts/words.ts';

/** What is looked at in a book: which number over the generations, and which word. */
export interface BookView {
  readonly show: string;
  /** Its number. */
  readonly word: number;
}

export type Book = Viewed<TextsResult, BookView>;

/** Size of the words on the page, beside those of all pictures, which textWidth knows. */
const SIZE = { page: 14, plain: 12 };
const LINE = { page: 22, plain: 17 };
/** The margin, where there is room for one beside the page. */
const MARGIN = { width: 148, gap: 22, from: 460 };
/** Lines for words that have died, below a page without a margin. */
const LINES_BELOW = 2;
const HEADING = 16;

/** Where the page and the margin lie in a picture. */
function rooms({ width, height }: Pick<View, 'width' | 'height'>): { page: Room; dead: Room } {
  const beside = width >= MARGIN.from;
  const right = beside ? width - MARGIN.width - MARGIN.gap : width - 2;
  const below = height - LINES_BELOW * LINE.plain - 4;
  return {
    page: {
      ...{ left: 2, right, top: HEADING + 6, bottom: beside ? height - 4 : below - HEADING - 8 },
      ...{ size: SIZE.page, line: LINE.page },
    },
    dead: {
      ...(beside
        ? { left: width - MARGIN.width, right: width - 2, top: HEADING + 6, bottom: height - 4 }
        : { left: 2, right: width - 2, top: below, bottom: height - 2 }),
      ...{ size: SIZE.plain, line: LINE.plain },
    },
  };
}

/** The words of a page, where they stand in a picture of this size. */
function wordsOn({ text }: Book, frame: number, size: Pick<View, 'width' | 'height'>): Placed[] {
  const page = text.pages[frame] ?? new Int32Array(0);
  return flow(
    Array.from(page, (type) => [type, nameOf(text, type)] as const),
    rooms(size).page,
  );
}

/** The frame that a drawing shows: a press on a word has to know which page it is on. */
const frames = new WeakMap<SVGSVGElement, number>();

const heading = (view: View, x: number, y: number, text: string) =>
  element(view, 'text', { x, y, class: 'axis-name' }, text);

/** Words in their places; in a still picture, where none can be pressed, a line at a time. */
function written(view: View, words: readonly Placed[], classOf: (word: Placed) => string) {
  const draw = ({ x, y, text }: Pick<Placed, 'x' | 'y' | 'text'>, className: string) =>
    element(view, 'text', { x: Math.round(x), y, class: className }, text);
  if (!view.still) return words.map((word) => draw(word, classOf(word)));
  const lines = new Map<number, Placed[]>();
  for (const word of words) lines.set(word.y, [...(lines.get(word.y) ?? []), word]);
  return [...lines.values()].flatMap((line) => {
    const [first] = line;
    if (!first) return [];
    return [
      draw(
        { ...first, text: line.map(({ text }) => text).join(' ') },
        classOf({ ...first, type: NaN }),
      ),
    ];
  });
}

/** A page as the model of a generation writes it, and the words that it is the first to lack. */
export const bookPage: Figure<Book> = {
  id: 'page',
  title: () => 'A page as this generation writes it, and the words that have just died',
  name: () => 'The page',
  redraws: true,
  draw(result, frame, view) {
    const { text } = result;
    const { word } = result.view;
    const { page, dead } = rooms(view);
    const died = diedIn(text, frame);
    const words = wordsOn(result, frame, view);
    const gone = flow(
      died.map((type) => [type, nameOf(text, type)] as const),
      dead,
    );
    const drawing = plainDrawing(view, `${this.title(result)}: generation ${count(frame)}`, [
      heading(view, page.left, 12, headingOf(frame)),
      heading(
        view,
        dead.left,
        dead.top - HEADING + 6,
        frame === 0 ? 'no word has died' : `${plural(died.length, 'word')} died here`,
      ),
      ...written(view, words, ({ type }) => (type === word ? 'page-word followed' : 'page-word')),
      ...written(view, gone, () => 'dead-word'),
    ]);
    frames.set(drawing.svg, frame);
    return drawing;
  },
  pickAt(drawing, result, x, y) {
    const found = wordsOn(result, frames.get(drawing.svg) ?? 0, drawing).find(
      (word) =>
        x >= word.x - BLANK / 2 &&
        x <= word.x + word.width + BLANK / 2 &&
        y <= word.y + 6 &&
        y >= word.y + 6 - LINE.page,
    );
    return found?.type ?? null;
  },
  pickNext(result, frame, step) {
    const page = [...new Set(result.text.pages[frame] ?? [])];
    const at = page.indexOf(result.view.word);
    if (page.length === 0) return null;
    return page[(at + step + page.length) % page.length] ?? null;
  },
  picks:
    'Words on the page. Arrow up and down follow another word, left and right move the generation.',
  takeaway(result, frame) {
    const { text } = result;
    const [all, alive] = [aliveIn(text, 0), aliveIn(text, frame)];
    if (frame === 0) return `The text itself: ${count(all)} different words.`;
    const left = `${count(alive)} of ${count(all)} words are still alive, ${percent(alive / all)}`;
    return `Generation ${count(frame)}: ${left}; ${count(diedIn(text, frame).length)} have died since the one before.`;
  },
  note: () =>
    'The page is written for this picture by the model of the generation; its words are in no training set. Press a word to follow it.',
  staticRows: 12,
  table(result, frame) {
    const { text } = result;
    return {
      columns: ['place', 'word on the page'],
      rows: Array.from(text.pages[frame] ?? [], (type, i) => [i + 1, nameOf(text, type)]),
    };
  },
};

const headingOf = (frame: number) =>
  frame === 0 ? 'The text itself, as a model reads it' : `As generation ${count(frame)} writes`;
