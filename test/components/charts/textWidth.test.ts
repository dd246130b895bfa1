import { expect, it } from 'vitest';
import { textWidth } from '../../../src/components/charts/textWidth.ts';
import { openFace } from '../../../src/site/textPath.ts';

const LETTERS = String.fromCodePoint(...Array.from({ length: 0x7e - 0x1f }, (_, i) => 0x20 + i));
const MORE = '\u00a0’“”·–−×÷±²³½¹';

it('knows how wide each letter of the face is, to a thirtieth of its size', async () => {
  const face = await openFace('interface.woff2', 400, LETTERS + MORE);
  for (const letter of LETTERS + MORE) {
    const { advanceWidth } = face.layout(letter, ['tnum']);
    const wanted = (12 * advanceWidth) / face.unitsPerEm;
    expect(Math.abs(textWidth(letter) - wanted), letter).toBeLessThan(0.4);
  }
});

it('is a little wide for whole names, never much', async () => {
  const face = await openFace('interface.woff2', 400, LETTERS);
  for (const name of [
    'standard deviation s, logarithmic scale',
    'middle half and nine tenths of the runs',
    'variance of the mean, in units of',
    'Generation 10,000',
  ]) {
    const { advanceWidth } = face.layout(name, ['tnum']);
    const ratio = textWidth(name) / ((12 * advanceWidth) / face.unitsPerEm);
    expect(ratio).toBeGreaterThan(0.98);
    expect(ratio).toBeLessThan(1.04);
  }
});
