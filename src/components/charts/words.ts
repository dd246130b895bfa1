import { formatNumber } from './numbers.ts';

/** Three significant digits, as everywhere in prose and labels. */
export const short = (x: number) => formatNumber(x);

/** Said of a generation whose data had no fit. */
export const NO_MODEL = 'no model';

/** Said of a generation that no run has reached. */
export const NO_RUN = 'no run left';

/** Instead of a number that is larger than any that a computer holds. */
export const BEYOND = 'beyond all measure';

/** A number that somebody chose: as many digits as it has, up to six. */
export function plain(x: number): string {
  for (let digits = 1; digits < 6; digits++) {
    if (Math.abs(Number(x.toPrecision(digits)) - x) <= 1e-9 * Math.abs(x))
      return formatNumber(x, { digits });
  }
  return formatNumber(x, { digits: 6 });
}

/** A count in full. */
export const count = (x: number) => formatNumber(x, { digits: Infinity });

const SMALL = [
  ...['none', 'one', 'two', 'three', 'four', 'five', 'six'],
  ...['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
];

/** A count in words where it is small: "seven". */
export const inWords = (x: number) => SMALL[x] ?? count(x);

/** A share as a percentage: "13 %", "less than 0.01 %"; number and sign stay on one line. */
export function percent(share: number): string {
  if (share > 0 && share < 1e-4) return 'less than 0.01\u00a0%';
  if (share >= 0.995 && share < 1) return 'more than 99\u00a0%';
  return `${formatNumber(share * 100, { digits: share < 0.01 ? 1 : share < 1 ? 2 : 3 })}\u00a0%`;
}

/** A label in the middle of a sentence, where names keep their capitals. */
export const uncapitalised = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/** The same words where a sentence begins. */
export const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** "x", "x and y", "x, y and z". */
export const enumerated = (parts: readonly string[]) =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ');

/** "1 value", "2 values". */
export const plural = (n: number, noun: string) => `${count(n)} ${noun}${n === 1 ? '' : 's'}`;

/** "10,000 runs"; while they are being made, "3,400 of 10,000 runs so far". */
export const soFar = (made: number, asked: number, noun: string) =>
  made < asked ? `${count(made)} of ${count(asked)} ${noun}s so far` : plural(asked, noun);
