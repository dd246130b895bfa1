/**
 * `npm run budgets [-- FOLDER]`: what each page of the built site weighs, against what it may
 * weigh.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { findBrowser, launch } from '../support/browser.ts';
import { readBuiltSite } from '../support/built.ts';
import { ROOT } from '../support/root.ts';
import { table } from '../support/table.ts';
import { type Weight, weigh } from './weigh.ts';

/** Bytes, gzip; 1 kB is 1000 bytes. */
export const BUDGETS = {
  html: 72_000,
  scriptBefore: 5_000,
  scriptAfter: 148_000,
  data: 60_000,
} as const;

/**
 * What the lab and the article on words may weigh, which load every family, estimator, source and
 * policy, in the page and in its workers.
 */
const OF_ALL_MODELS = { ...BUDGETS, scriptAfter: 172_000 } as const;
const WITH_ALL_MODELS = ['lab/', 'words-that-die-out/'];

const budgetsOf = ({ address }: Weight) =>
  WITH_ALL_MODELS.includes(address) ? OF_ALL_MODELS : BUDGETS;

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** One line for each page and kind that weighs more than it may. */
export function overweight(weights: readonly Weight[]): string[] {
  return weights.flatMap((weight) =>
    (Object.keys(BUDGETS) as (keyof typeof BUDGETS)[])
      .filter((kind) => weight[kind] > budgetsOf(weight)[kind])
      .map(
        (kind) =>
          `/${weight.address}: ${kind} is ${kilobytes(weight[kind])} kB, at most ${kilobytes(budgetsOf(weight)[kind])} kB`,
      ),
  );
}

/** The weights as a table for people, the budgets in its last row. */
export function budgetTable(weights: readonly Weight[]): string {
  const kinds = Object.keys(BUDGETS) as (keyof typeof BUDGETS)[];
  return table(
    ['page (kB, gzip)', 'demos', 'HTML', 'script before', 'script after', 'texts'],
    [
      ...weights.map((weight) => [
        `/${weight.address}`,
        String(weight.demos),
        ...kinds.map((kind) => kilobytes(weight[kind])),
      ]),
      ['at most', '', ...kinds.map((kind) => kilobytes(BUDGETS[kind]))],
    ],
  );
}

async function main(folder = join(ROOT, 'dist')): Promise<void> {
  const site = readBuiltSite(folder);
  const browser = await launch(await findBrowser());
  try {
    const weights = await weigh(site, browser);
    console.log(budgetTable(weights));
    const problems = overweight(weights);
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2]);
