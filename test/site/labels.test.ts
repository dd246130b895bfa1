import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { fileOf } from '../support/built.ts';
import { useBrowser, type Visit } from '../support/page.ts';
import { drawLabels, labelFaults, putLabels } from './drawnLabels.ts';

/** Widths of windows. */
const WIDTHS = [320, 360, 390, 768, 1024, 1280, 1920];

const open = useBrowser();

describe('the words in a picture are 12 px at least, apart and inside it', () => {
  let sheet: Visit;
  beforeAll(async () => {
    sheet = await open('embed/run/', { javaScript: false, width: 1920 });
  });

  it.each(demos.all)('at every size of $id', async (demo) => {
    const labels = drawLabels(demo, defaultSettings(demo.fields), 'as it opens');
    await putLabels(sheet.page, labels);
    expect(await labelFaults(sheet.page)).toEqual([]);
  });

  const { folder, listed } = inject('site');
  const withDemos = listed.filter((address) =>
    readFileSync(join(folder, fileOf(address)), 'utf8').includes('<collapse-demo'),
  );

  it.each(withDemos)('before the demos of /%s wake, at every width', async (address) => {
    const visit = await open(address, { javaScript: false });
    for (const width of WIDTHS) {
      await visit.page.setViewportSize({ width, height: 900 });
      const shown = await visit.page
        .locator('[data-figure]')
        .evaluateAll((figures) =>
          figures.map(
            (figure) =>
              [...figure.querySelectorAll('svg.plot')].filter((svg) => svg.clientWidth > 0).length,
          ),
        );
      expect(shown.length, `pictures, ${width} px`).toBeGreaterThan(0);
      expect(new Set(shown), `drawings of each, ${width} px`).toEqual(new Set([1]));
      expect(await labelFaults(visit.page), `${width} px`).toEqual([]);
    }
    await visit.done();
  });
});
