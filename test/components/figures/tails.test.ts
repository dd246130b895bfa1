import { describe, expect, it } from 'vitest';
import { moreText } from '../../../src/components/demos/moreText.ts';
import { tails as figure } from '../../../src/components/figures/tails.ts';
import { finish } from '../../../src/components/island/finish.ts';
import { errorsOf } from '../../../src/lib/theory/forgottenTail.ts';
import { defaultSettings } from '../../../src/settings/fields.ts';
import {
  axisNames,
  differences,
  drawn,
  legendOf,
  points,
  xScale,
  yScale,
} from '../../support/readChart.ts';

describe('the picture of what more text teaches', () => {
  const settings = { ...defaultSettings(moreText.fields), kept: 20, types: 5_000, beta: 1.8 };
  const input = moreText.input(settings);
  const result = finish('tails', input);
  const svg = drawn(figure, result);
  const scales = { x: xScale(svg, 'log'), y: yScale(svg, 'log') };
  const lineOf = (kept: number) => {
    const errors = errorsOf({ beta: 1.8, types: 5_000 }, kept, input.draws);
    return input.draws.map((draws, i) => [draws, errors[i]!] as const);
  };

  it('has the error on real text in grey, and over it that on the model’s text', () => {
    expect(differences(points(svg, '[stroke="var(--original)"]'), lineOf(5_000), scales)).toEqual(
      [],
    );
    expect(differences(points(svg, '[stroke="var(--count)"]'), lineOf(20), scales)).toEqual([]);
  });

  it('names its marks and its axes', () => {
    expect(legendOf(svg).map((item) => item.split(': ')[1])).toEqual([
      'learns from the real text',
      'learns from the model’s text',
    ]);
    expect(axisNames(svg)).toMatchObject({
      x: 'Words read, logarithmic scale →',
      y: '↑ chance of a word never seen, log scale',
    });
  });

  it('says where the error stops: at the chance of all that is lost', () => {
    const shares = Array.from({ length: 5_000 }, (_, i) => (i + 1) ** -1.8);
    const sum = (from: number) => shares.slice(from).reduce((a, b) => a + b, 0);
    const lost = sum(20) / sum(0);
    expect(moreText.sentence(result, 0)).toContain(`stops at ${lost.toPrecision(3)}`);
    const [, by] = /from ([\d,]+) words on/.exec(moreText.sentence(result, 0))!;
    const at = input.draws.indexOf(Number(by!.replaceAll(',', '')));
    expect(0.9 * result.cut[at]!).toBeLessThanOrEqual(lost);
    expect(0.9 * result.cut[at - 1]!).toBeGreaterThan(lost);
    expect(figure.takeaway(result, 0)).toContain('1,000,000 words');
  });

  it('has both errors in the table', () => {
    const { rows } = figure.table(result, 0);
    expect(rows[0]).toEqual([10, result.clean[0], result.cut[0]]);
  });

  it('mends a model that has lost nothing, and says so', () => {
    const { settings: mended, notes } = moreText.repair({ ...settings, kept: 9_000 });
    expect(mended.kept).toBe(4_999);
    expect(notes).toHaveLength(1);
    expect(moreText.config(mended)).toMatchObject({ decodingOptions: { k: 4_999 } });
  });
});
