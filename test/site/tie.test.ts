import { expect, it } from 'vitest';
import { inject } from 'vitest';
import { useBrowser } from '../support/page.ts';

const open = useBrowser();
const articles = inject('site').listed.filter((address) => /^[\w-]+\/$/.test(address));

/**
 * Places where a line ends between a box in the text and what touches it, among all such places.
 */
function torn(): { places: number; torn: string[] } {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const found: string[] = [];
  let places = 0;
  const rectOf = (node: Text, at: number) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  for (const box of document.querySelectorAll('main :is(.term, .cite, math)')) {
    const lines = box.getClientRects();
    const block = box.closest('p, li, td, th, dd, dt');
    if (!lines.length || !block || box.closest('.equation, .card')) continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let [before, after]: (Text | null)[] = [null, null];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.parentElement!.closest('.card') || box.contains(text)) continue;
      if (box.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) before = text;
      else after ??= text;
    }
    if (after && /^[^\s–—/-]/.test(after.data)) {
      places++;
      const last = lines[lines.length - 1]!;
      const next = rectOf(after, 0);
      if (next.left < last.left && next.top > last.top + 6) found.push(box.textContent);
    }
    if (before && /[^\s–—/-]$/.test(before.data)) {
      places++;
      const former = rectOf(before, before.data.length - 1);
      if (former.left > lines[0]!.left && former.bottom < lines[0]!.bottom - 6)
        found.push(box.textContent);
    }
  }
  return { places, torn: found };
}

it.each([360, 1280])('no comma begins a line, no bracket ends one, %i px wide', async (width) => {
  let places = 0;
  for (const address of articles) {
    const visit = await open(address, { width });
    const found = await visit.page.evaluate(torn);
    expect(found.torn, address).toEqual([]);
    places += found.places;
    await visit.done();
  }
  expect(places, 'places looked at').toBeGreaterThan(80);
});
