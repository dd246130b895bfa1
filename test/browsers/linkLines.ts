import { captionText } from '../../src/components/island/caption.ts';
import { shownWith } from '../../src/components/island/finish.ts';
import { dashes, MOST_ROWS, shownCell, tableCaption } from '../../src/components/island/table.ts';
import { demos } from '../../src/components/demos/index.ts';
import type { SharedLink } from './sharedLinks.ts';

/*
 * All that a demo says, line by line: its sentence, its caption and, for each picture, takeaway and
 * table with its name. Once as the engine makes it in Node, once as it stands in a page.
 */

/** What the page of a link must say, by the engine in Node. */
export function expectedLines({ id, settings, at }: SharedLink): string[] {
  const demo = demos.get(id);
  const result = shownWith(demo, settings);
  const frame = at ?? demo.openAt(result);
  return [
    `now: ${demo.sentence(result, frame)}`,
    `place: ${demo.frameLabel(result, frame)}`,
    `caption: ${captionText(demo, result)}`,
    ...demo.figures.flatMap((figure) => {
      const { columns, rows } = figure.table(result, frame);
      const title = figure.title(result);
      return [
        `${figure.id} is called: ${demo.figures.length > 1 ? figure.name(result) : ''}`,
        `${figure.id} takeaway: ${figure.takeaway(result, frame)}`,
        `${figure.id} takeaway on a phone: ${figure.takeaway(result, frame)}`,
        `${figure.id} table: ${tableCaption(title, rows.length)}${dashes(rows)}`,
        `${figure.id}: ${columns.join(' | ')}`,
        ...rows.slice(0, MOST_ROWS).map((row) => `${figure.id}: ${row.map(shownCell).join(' | ')}`),
      ];
    }),
  ];
}

/** What the page says, tables opened; null as long as a table is not made yet. In the page. */
export function linesOfPage(id: string): string[] | null {
  const root = document.getElementById(id)!;
  const textAt = (selector: string, within: Element = root) =>
    (within.querySelector(selector)?.textContent ?? '').trim();
  const text = (role: string, within?: Element) => textAt(`[data-role="${role}"]`, within);
  const lines = [`now: ${text('now')}`, `place: ${text('frame')}`, `caption: ${text('caption')}`];
  const data = root.querySelector<HTMLDetailsElement>('[data-panel=data]')!;
  data.open = true;
  for (const figure of root.querySelectorAll<HTMLElement>('[data-figure]')) {
    const name = figure.dataset['figure'];
    // One table is shown at a time, and made when it is chosen.
    const choice = data.querySelector<HTMLInputElement>(`input[value="${name}"]`);
    if (choice) {
      choice.checked = true;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    }
    const table = data.querySelector(`[data-table="${name}"]`)!.querySelector('table');
    // The page's own table is thinned; it goes when the demo wakes, and the whole one comes when it
    // is opened.
    if (!table) return null;
    const names = [...root.querySelectorAll(`[data-name="${name}"]`)].map((one) => one.textContent);
    lines.push(
      `${name} is called: ${[...new Set(names)].join(' or ')}`,
      `${name} takeaway: ${text('takeaway', figure)}`,
      `${name} takeaway on a phone: ${textAt(`[data-takeaway="${name}"]`)}`,
      `${name} table: ${table.caption?.textContent}`,
      ...[...table.rows].map(
        (row) => `${name}: ${[...row.cells].map((one) => one.textContent).join(' | ')}`,
      ),
    );
  }
  return lines;
}

/** Where two lists of lines differ, one line each; empty if nowhere. */
export function differences(found: readonly string[], wanted: readonly string[]): string[] {
  const places = Array.from({ length: Math.max(found.length, wanted.length) }, (_, i) => i);
  const apart = places.filter((i) => found[i] !== wanted[i]);
  const first = apart.slice(0, 5).map((i) => `${found[i]}\n  for ${wanted[i]}`);
  return apart.length > 0 ? [`${apart.length} of ${wanted.length} lines differ:`, ...first] : [];
}
