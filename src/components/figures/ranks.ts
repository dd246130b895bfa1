import { entryAt } from '../../lib/entryAt.ts';
import type { TextsResult } from '../../lib/jobs/texts.ts';
import { logAxis, logAxisX, logMargin } from '../charts/axes.ts';
import { chart } from '../charts/chart.ts';
import type { Figure, Frame, View } from '../charts/figure.ts';
import type { LegendItem } from '../charts/legend.ts';
import { dotMarks, element, linePath, segmentsPath } from '../charts/marks.ts';
import { count, percent } from '../charts/words.ts';
import { inText, leftIn, shareIn } from '../charts/wordCounts.ts';

const KEY: readonly LegendItem[] = [
  { mark: 'ghost', colour: 'var(--original)', label: 'in the text', short: 'text' },
  { mark: 'dot', colour: 'var(--count)', label: 'in this generation', short: 'now' },
  { mark: 'tick', colour: 'var(--ink-muted)', label: 'gone' },
];

/** Below the lowest share there is a strip for words that are gone, in pixels. */
const STRIP = 18;

/** Dots nearer to each other than this are one, in pixels. */
const GRAIN = { live: 2, still: 5 };

export const generationName = (t: number) =>
  t === 0 ? 'The text itself' : `Generation ${count(t)}`;

/** The shares of words by their rank in the text, and which words are gone. */
export const ranks: Figure<TextsResult> = {
  id: 'ranks',
  title: () => 'How common each word is, by its rank in the text',
  name: () => 'Words by rank',
  redraws: true,
  staticRows: 12,
  draw({ text }, frame, view) {
    const [real = new Float64Array(0)] = text.shares;
    const lowest = Math.min(real.at(-1) ?? 1, 1 / text.config.n);
    const y = [0.8 * lowest, 1.5 * (real[0] ?? 1)] as const;
    const x = [0.9, 1.1 * Math.max(2, real.length)] as const;
    return chart(view, {
      name: `${this.title({ text } as TextsResult)}: ${generationName(frame)}`,
      key: KEY,
      gap: 22,
      strip: STRIP,
      marginLeft: logMargin(...y),
      x: { type: 'log', domain: x },
      y: { type: 'log', domain: y },
      yLabel: 'share of all words, log scale',
      axes: (space) => [
        ...logAxisX(space, 'Rank in the text, logarithmic scale'),
        ...logAxis(space),
      ],
      draw: (f) => [realLine(view, f, real), ...wordMarks(view, f, text, frame)],
    });
  },
  reading({ text }, frame) {
    const { alive } = leftIn(text, frame);
    return `${generationName(frame)}: ${count(alive)} words alive`;
  },
  takeaway({ text }, frame) {
    const { words, alive, once, onceAlive } = leftIn(text, frame);
    const others = words - once;
    if (once === 0 || others === 0) return `${count(alive)} of ${count(words)} words are alive.`;
    return `${generationName(frame)}: of the words that stand once in the text ${percent(onceAlive / once)} are alive, of all others ${percent((alive - onceAlive) / others)}.`;
  },
  note: () =>
    'Each dot is a word that the generation still has, at its rank in the text, the commonest first; words that are gone stand at the foot. Where dots would lie on each other there is one.',
  table({ text }, frame) {
    return {
      columns: ['rank', 'word', 'times in the text', `share in generation ${frame}`],
      rows: Array.from(text.shares[0] ?? [], (_, rank) => [
        rank + 1,
        text.names?.[rank] ?? '',
        inText(text, rank),
        shareIn(text, rank, frame),
      ]),
    };
  },
};

/** A line through the real shares, where they change. */
function realLine(view: View, f: Frame, real: Float64Array): SVGElement {
  const turns = [...real.keys()].filter(
    (rank) => real[rank] !== real[rank - 1] || real[rank] !== real[rank + 1],
  );
  return element(view, 'path', {
    d: linePath(turns.map((rank) => [f.x(rank + 1), f.y(entryAt(real, rank))])),
    fill: 'none',
    stroke: 'var(--original)',
    'stroke-width': 1.5,
  });
}

function wordMarks(view: View, f: Frame, text: TextsResult['text'], t: number): SVGElement[] {
  const grain = view.still ? GRAIN.still : GRAIN.live;
  const cell = (pixel: number) => Math.round(pixel / grain);
  const dots = new Map<string, readonly [number, number]>();
  const gone = new Set<number>();
  for (let rank = 0; rank < (text.shares[0]?.length ?? 0); rank++) {
    const share = shareIn(text, rank, t);
    const x = cell(f.x(rank + 1));
    if (share === 0) gone.add(x);
    else {
      const y = cell(f.y(share));
      dots.set(`${x} ${y}`, [x * grain, y * grain]);
    }
  }
  const ticks = segmentsPath([...gone].map((x) => [x * grain, f.bottom - 8, f.bottom - 2]));
  return [
    element(view, 'path', { d: ticks, stroke: 'var(--ink-muted)', 'stroke-width': 1 }),
    dotMarks(view, [...dots.values()], 'var(--count)', 3.5),
  ];
}
