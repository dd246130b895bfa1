import type { Demo } from '../../src/components/demos/shared/demo.ts';
import type { JobName, JobResult } from '../../src/lib/jobs/index.ts';

/**
 * All that a demo prints at some frames of a result, and its drawings: words and numbers, in the
 * order of the page.
 */
export function demoWords(
  demo: Demo,
  result: JobResult<JobName>,
  document: Document,
): { words: string[]; drawings: string[] } {
  const words: string[] = [];
  const drawings: string[] = [];
  for (const frame of new Set([0, demo.openAt(result), demo.frames(result) - 1])) {
    words.push(demo.sentence(result, frame), demo.frameLabel(result, frame), demo.caption(result));
    for (const figure of demo.figures) {
      const svg = figure.draw(result, frame, {
        width: 700,
        height: 320,
        document,
        uid: 'test',
      }).svg;
      const { columns, rows } = figure.table(result, frame);
      drawings.push(svg.outerHTML);
      words.push(
        figure.title(result),
        figure.takeaway(result, frame),
        figure.name(result),
        figure.note?.(result) ?? '',
        svg.getAttribute('aria-label') ?? '',
        ...[...svg.querySelectorAll('text')].map((text) => text.textContent ?? ''),
        ...[columns, ...rows].map((row) => row.map(String).join()),
      );
    }
  }
  return { words, drawings };
}
