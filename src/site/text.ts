/** Words that are read in a minute, and minutes that a demo is looked at and tried. */
const WORDS_A_MINUTE = 220;
const MINUTES_A_DEMO = 2;

/** How many demos the source of an article has, the box for one's own data among them. */
export const demosIn = (source: string) => source.match(/<(?:Demo|OwnData)\b/g)?.length ?? 0;

/**
 * The words of an article without imports, tags and expressions, roughly: for counting and looking
 * through.
 */
export const proseOf = (source: string): string =>
  source
    .replace(/^(?:import|export) [\s\S]*?(?=\n\s*\n)/gm, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\{[^}]*\}/g, ' ');

/**
 * Minutes that a reader needs for an article, at least 1 and in steps of 5 from 20 on: its words
 * and its demos. What is folded is not counted.
 */
export function readingMinutes(source: string): number {
  const text = proseOf(source.replace(/<Details\b[\s\S]*?<\/Details>/g, ' '));
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const minutes = words.length / WORDS_A_MINUTE + MINUTES_A_DEMO * demosIn(source);
  return minutes < 20 ? Math.max(1, Math.round(minutes)) : 5 * Math.round(minutes / 5);
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `31 July 2024`. */
export function formatDay(date: Date): string {
  return DAY.format(date);
}

/** `2024-07-31`. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
