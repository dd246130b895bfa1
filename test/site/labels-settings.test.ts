import { beforeAll, describe, expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { useBrowser, type Visit } from '../support/page.ts';
import { drawLabels, labelFaults, putLabels, settingsToDraw } from './drawnLabels.ts';

const open = useBrowser();

describe.each(demos.all)('the words in the pictures of $id', (demo) => {
  let sheet: Visit;
  beforeAll(async () => {
    sheet = await open('embed/run/', { javaScript: false, width: 1920 });
  });

  it.each(settingsToDraw(demo))(
    'are 12 px at least, apart and inside: %s',
    async (name, settings) => {
      await putLabels(sheet.page, drawLabels(demo, settings, name));
      expect(await labelFaults(sheet.page)).toEqual([]);
    },
  );
});
