import { describe, expect, it } from 'vitest';
import { fateMap } from '../../../src/components/demos/fateMap.ts';
import type { Figure } from '../../../src/components/charts/figure.ts';
import { finish } from '../../../src/components/island/finish.ts';
import type { EnsemblesResult } from '../../../src/lib/jobs/ensembles.ts';
import { regimes } from '../../../src/lib/regimes/index.ts';
import { defaultSettings } from '../../../src/settings/fields.ts';
import { drawn, marks, textsOf } from '../../support/readChart.ts';
import { textBoxes } from '../textBoxes.ts';

const settings = { ...defaultSettings(fateMap.fields), replicates: 10, generations: 4 };
const result = finish('ensembles', fateMap.input(settings));
const [map] = fateMap.figures as readonly [Figure<EnsemblesResult>];
const frame = fateMap.frames(result) - 1;
const sizes = new Set(result.ensembles.map(({ config }) => config.n)).size;
const rows = result.ensembles.length / sizes;

const drawnAt = (width: number, height: number) => drawn(map, result, frame, { width, height });

/** The rectangles of the cells, row by row. */
const cellsOf = (svg: SVGSVGElement) =>
  marks(svg, 'a rect').map((rect) => {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
      Number(rect.getAttribute(name)),
    ) as [number, number, number, number];
    return { x, y, width, height };
  });

/** The names of the rows; those of the columns stand before them. */
const namesOf = (svg: SVGSVGElement) =>
  textsOf(svg)
    .filter(({ className }) => className === 'row-label')
    .slice(sizes)
    .map(({ text }) => text);

const linesOf = (svg: SVGSVGElement) =>
  marks(svg, 'a').map((cell) => [...cell.querySelectorAll('text')].map((line) => line.textContent));

const PHONE = [288, 264] as const;
const ROOMY = [1000, 900] as const;

describe('the rows of a grid', () => {
  it.each([PHONE, [592, 384], ROOMY] as const)('share its height: %d × %d', (width, height) => {
    const cells = cellsOf(drawnAt(width, height));
    expect(cells).toHaveLength(rows * sizes);
    for (const cell of cells) expect(cell.height).toBeCloseTo(cells[0]!.height, 9);
    const tops = cells.filter((_, i) => i % sizes === 0).map(({ y }) => y);
    const step = tops[1]! - tops[0]!;
    expect(step).toBeGreaterThan(cells[0]!.height);
    tops.forEach((top, row) => expect(top).toBeCloseTo(tops[0]! + row * step, 9));
    const bottom = tops.at(-1)! + cells[0]!.height;
    expect(bottom).toBeLessThanOrEqual(height);
    expect(bottom).toBeGreaterThan(height - 6);
  });

  it('have their full names where there is room', () => {
    const names = namesOf(drawnAt(...ROOMY));
    expect(names).toEqual(
      [...new Set(map.table(result, frame).rows.map(([name]) => name))].filter((name) =>
        names.includes(String(name)),
      ),
    );
    expect(names).toEqual(expect.arrayContaining(['Replace', 'Trim the tails, c = 2']));
    expect(names).toHaveLength(rows);
  });

  it('have on a narrow page a word for the policy, and its options as bare numbers', () => {
    const names = namesOf(drawnAt(...PHONE));
    expect(names).toHaveLength(rows);
    expect(new Set(names).size).toBe(rows);
    expect(names).toEqual(
      expect.arrayContaining(['Replace', 'Fresh 0.1', 'Fresh, one value', 'Trim 2', 'Budget']),
    );
    const words = regimes.all.map(({ short }) => short);
    for (const name of names) expect(words).toContain(name.split(/[ ,]/)[0]);
  });

  it.each([PHONE, ROOMY])('end before the cells: %d × %d', (width, height) => {
    const svg = drawnAt(width, height);
    const names = namesOf(svg);
    const left = Math.min(...cellsOf(svg).map(({ x }) => x));
    const boxes = textBoxes(svg).filter(({ text }) => names.includes(text));
    expect(boxes).toHaveLength(rows);
    for (const { text, right } of boxes) expect(right, text).toBeLessThanOrEqual(left + 1);
  });
});

describe('a cell of a grid', () => {
  /** The boxes of both texts of the first cell, where it has two. */
  function boxesIn(svg: SVGSVGElement) {
    const [texts = []] = linesOf(svg);
    return texts.map((line) => textBoxes(svg).find(({ text }) => text === line)!);
  }

  it('has both numbers where there is room for them, else the upper one', () => {
    const both = linesOf(drawnAt(...ROOMY));
    for (const [upper, lower] of both) {
      expect(upper).toMatch(/%$/);
      expect(lower).toMatch(/^±/);
    }
    for (let height = 264; height <= 620; height += 20)
      expect(linesOf(drawnAt(700, height)), `${height} px`).toEqual(both);
    const upperOnly = both.map((lines) => lines.slice(0, 1));
    expect(linesOf(drawnAt(...PHONE))).toEqual(upperOnly);
  });

  it('has them one above the other where it is high enough, else side by side', () => {
    const ways = new Set<string>();
    for (let height = 264; height <= 620; height += 20) {
      const svg = drawnAt(700, height);
      const [cell] = cellsOf(svg);
      const [upper, lower] = boxesIn(svg);
      const high = cell!.height >= 26;
      ways.add(high ? 'above' : 'beside');
      // As near as letters may come: numbers have nothing below the base line.
      if (high) expect(lower!.top).toBeGreaterThan(upper!.bottom - 2.5);
      else expect(lower!.left).toBeGreaterThan(upper!.right);
      for (const { top, bottom, left, right } of [upper!, lower!]) {
        expect(top).toBeGreaterThanOrEqual(cell!.y - 1);
        expect(bottom).toBeLessThanOrEqual(cell!.y + cell!.height + 1.5);
        expect(left).toBeGreaterThanOrEqual(cell!.x);
        expect(right).toBeLessThanOrEqual(cell!.x + cell!.width);
      }
    }
    expect(ways).toEqual(new Set(['above', 'beside']));
  });

  it('says both numbers to who does not see it, whether or not both are drawn', () => {
    const labels = (svg: SVGSVGElement) =>
      marks(svg, 'a').map((cell) => cell.getAttribute('aria-label')!);
    const whole = labels(drawnAt(...ROOMY));
    expect(labels(drawnAt(...PHONE))).toEqual(whole);
    linesOf(drawnAt(...ROOMY)).forEach((lines, i) => {
      for (const line of lines) expect(whole[i]).toContain(line);
    });
  });
});
