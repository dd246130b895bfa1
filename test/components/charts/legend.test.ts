import { describe, expect, it } from 'vitest';
import {
  fitting,
  legend,
  legendHeight,
  legendWidth,
  type LegendItem,
} from '../../../src/components/charts/legend.ts';
import { openFace } from '../../../src/site/textPath.ts';
import { drawn, legendOf } from '../../support/readChart.ts';
import { document } from '../sound.ts';

const ITEMS: readonly LegendItem[] = [
  { mark: 'dot', colour: 'var(--mean)', label: 'a dot' },
  { mark: 'hollow', colour: 'var(--mean)', label: 'a ring' },
  { mark: 'bar', colour: 'var(--spread)', label: 'a bar' },
  { mark: 'line', colour: 'var(--ink)', label: 'a line' },
  { mark: 'dashed', colour: 'var(--law)', label: 'dashes' },
  { mark: 'dotted', colour: 'var(--law)', label: 'dots' },
  { mark: 'ghost', colour: 'var(--original)', label: 'a thin line' },
  { mark: 'tick', colour: 'var(--ink-muted)', label: 'ticks' },
  { mark: 'block', colour: 'var(--spread-soft)', label: 'a block' },
];

const figure = {
  draw: (items: readonly LegendItem[], _frame: number, view: Parameters<typeof legend>[0]) => {
    const svg = view.document.createElement('svg') as unknown as SVGSVGElement;
    svg.append(legend(view, items));
    return { svg };
  },
};
/** Where each word begins. */
const placesOf = (items: readonly LegendItem[], width: number) =>
  [...drawn(figure, items, 0, { width }).querySelectorAll('text')].map((text) =>
    ['x', 'y'].map((name) => Number(text.getAttribute(name))),
  );

describe('a legend', () => {
  it('has its own swatch for each kind of mark', () => {
    expect(legendOf(drawn(figure, ITEMS))).toEqual([
      'dot mean: a dot',
      'ring mean: a ring',
      'bar spread: a bar',
      'line ink: a line',
      'dashed law: dashes',
      'dotted law: dots',
      'thin original: a thin line',
      'ticks ink-muted: ticks',
      'block spread-soft: a block',
    ]);
  });

  it('frames a block without a colour, so that it is seen', () => {
    const none = drawn(figure, [{ mark: 'block', colour: 'none', label: 'nothing' }]);
    expect(none.querySelector('rect')!.getAttribute('stroke')).toBe('var(--line)');
    expect(drawn(figure, ITEMS).querySelector('rect')!.getAttribute('stroke')).toBeNull();
  });

  it('breaks its lines where they would be too long, never before the first name', () => {
    const rows = (width: number) => new Set(placesOf(ITEMS, width).map(([, y]) => y)).size;
    expect(rows(1100)).toBe(1);
    expect(rows(330)).toBeGreaterThan(1);
    expect(rows(20)).toBe(ITEMS.length);
    // The gap after the last name of a line needs no room.
    const two = ITEMS.slice(0, 2);
    const needed = 4 + legendWidth(two);
    const rowsOfTwo = (width: number) => new Set(placesOf(two, width).map(([, y]) => y)).size;
    expect([rowsOfTwo(needed + 0.1), rowsOfTwo(needed - 0.1)]).toEqual([1, 2]);
  });

  it('takes as much height as it has lines', () => {
    for (const width of [20, 200, 330, 1100]) {
      const lines = new Set(placesOf(ITEMS, width).map(([, y]) => y)).size;
      expect(legendHeight(ITEMS, width)).toBe(18 * lines + 6);
    }
  });

  it('begins each line at the left', () => {
    const starts = placesOf(ITEMS, 20).map(([x]) => x);
    expect(starts).toEqual(ITEMS.map(() => 26));
  });

  it('has gaps of one width between its names, by the face of the site', async () => {
    const face = await openFace('interface.woff2', 400, ITEMS.map(({ label }) => label).join());
    const places = placesOf(ITEMS, 1100).map(([x]) => x!);
    const gaps = places.slice(1).map((x, i) => {
      const { advanceWidth } = face.layout(ITEMS[i]!.label);
      return x - places[i]! - (12 * advanceWidth) / face.unitsPerEm;
    });
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(3);
  });

  it('has shorter words where the long ones take more than two lines, in a low picture one', () => {
    const items = ['one', 'two', 'three'].map((short) => ({
      ...ITEMS[0]!,
      label: `a long name for ${short}`,
      short,
    }));
    const words = (width: number, height: number) =>
      fitting(items, { width, height, document, uid: 'test' }).map(({ label }) => label);
    const long = items.map(({ label }) => label);
    expect(words(500, 320)).toEqual(long);
    expect(words(300, 320)).toEqual(long);
    expect(words(300, 180)).toEqual(['one', 'two', 'three']);
    expect(words(150, 320)).toEqual(['one', 'two', 'three']);
  });
});
