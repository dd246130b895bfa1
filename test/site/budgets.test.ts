import { expect, inject, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { budgetTable, overweight } from '../tools/budgets.ts';
import { weigh } from '../tools/weigh.ts';

const site = inject('site');

it('asks no more of a reader’s line than the budgets allow', { timeout: 300_000 }, async () => {
  const browser = await launch(site.browser);
  try {
    const weights = await weigh(site, browser);
    console.log(budgetTable(weights));
    expect(weights.length).toBe(site.pages.length);
    expect(overweight(weights)).toEqual([]);
  } finally {
    await browser.close();
  }
});
