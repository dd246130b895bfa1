/** Minutes to read a text at 220 words a minute, at least 1; tags, imports and expressions are not counted. */
export function readingMinutes(source: string): number {
  const text = source
    .replace(/^(import|export) .*$/gm, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\{[^}]*\}/g, ' ');
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  return Math.max(1, Math.round(words.length / 220));
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
