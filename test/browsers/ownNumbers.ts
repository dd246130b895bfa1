import { expect } from 'vitest';
import { fitAll } from '../../src/lib/fitAll.ts';
import type { Tab } from './tab.ts';
import { until } from './waiting.ts';
import { paramsOf } from '../support/models.ts';

/** Skewed to the right, so that most methods have an answer. */
const NUMBERS = [1.2, 1.4, 1.5, 1.9, 2.0, 2.2, 2.9, 3.3, 4.8, 9.1];

/** In the page. */
const awake = () => {
  document.querySelector('own-data')!.scrollIntoView({ behavior: 'instant' });
  document.querySelector<HTMLButtonElement>('own-data [data-role=example]')!.click();
  return !document.querySelector<HTMLElement>('own-data [data-role=outcome]')!.hidden;
};
const takeText = () => document.querySelector<HTMLTextAreaElement>('#own-data-text')!.select();
const rows = () =>
  [...document.querySelectorAll<HTMLTableRowElement>('own-data tbody tr')].map((row) =>
    [...row.cells].map((cell) => cell.textContent),
  );
const problems = () => document.getElementById('own-data-problems')!.textContent.trim();
const drawn = () =>
  document.querySelectorAll('own-data svg[role=img] circle, own-data svg path').length;

/** Numbers are written into the box, and fitted by every method as the engine does. */
export async function fitsOwnNumbers(tab: Tab): Promise<void> {
  await tab.open('a-model-with-an-edge/');
  await until(() => tab.run(awake), 'the box to wake');
  await tab.click('#own-data-text');
  await tab.run(takeText);
  await tab.type(NUMBERS.join(' '));
  await tab.click('own-data [data-role=fit]');
  const answers = fitAll('lognormal3', Float64Array.from(NUMBERS));
  const [mle] = answers;
  if (!mle?.fit.ok) throw new Error('the engine has no fit');
  const threshold = paramsOf(mle.fit)['threshold']!.toPrecision(3);
  await until(
    async () => (await tab.run(rows))[0]?.[1]?.startsWith(threshold.replace('-', '−')) === true,
    `θ = ${threshold} by the first method`,
  );
  expect((await tab.run(rows)).map(([method]) => method)).toEqual(
    answers.map(({ estimator }) => estimator.label),
  );
  expect(await tab.run(problems)).toBe('');
  expect(await tab.run(drawn)).toBeGreaterThan(0);
}
