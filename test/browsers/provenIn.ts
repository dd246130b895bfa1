import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import type { BrowserName } from './driver.ts';
import { linesOfEngine } from './engineBundle.ts';
import { engineDigits } from './engineDigits.ts';
import { journeys } from './journeys.ts';
import { differences, linesOfPage } from './linkLines.ts';
import { addressOf, sharedLinks } from './sharedLinks.ts';
import { styles } from './styles.ts';
import { useTab } from './tab.ts';
import { until } from './waiting.ts';

/**
 * Everything that must hold in every browser, in this one; skipped where it is not to be had, which
 * setup.ts says.
 */
export function provenIn(name: BrowserName): void {
  const { browsers, engine, expected } = inject('proof');
  describe.skipIf('missing' in browsers[name])(name, () => {
    const tab = useTab(name);

    describe('the engine gives the same digits as in Node', () => {
      it.each(Object.keys(engineDigits))('%s', async (question) => {
        await tab.goto(engine);
        const lines = await tab.run(linesOfEngine, question);
        expect(differences(lines, engineDigits[question]!()).join('\n')).toBe('');
      });
    });

    describe('a shared link shows every digit that the engine gives in Node', () => {
      const wanted = JSON.parse(readFileSync(expected, 'utf8')) as string[][];
      it.each(sharedLinks.map((link, i) => [addressOf(link).slice(0, 120), link, i] as const))(
        '%s',
        async (_, link, i) => {
          await tab.open(addressOf(link));
          await tab.settled(link.id, link.settings);
          let lines: string[] | null = null;
          await until(
            async () => (lines = await tab.run(linesOfPage, link.id)) !== null,
            `the tables of ${link.id}`,
          );
          expect(differences(lines!, wanted[i]!).join('\n')).toBe('');
        },
      );
    });

    journeys(tab);
    styles(tab);
  });
}
