import type { JobName, JobResult } from '../../lib/jobs/index.ts';
import type { Demo } from '../demos/shared/demo.ts';

/**
 * The caption of a demo: how to read its pictures, each note once and named where it is about one
 * of several, and what was run.
 */
export function captionText(
  { figures, caption }: Pick<Demo, 'figures' | 'caption'>,
  result: JobResult<JobName>,
): string {
  const notes = figures.flatMap((figure) => {
    const text = figure.note?.(result) ?? '';
    return text ? [{ text, name: figure.name(result) }] : [];
  });
  const texts = [...new Set(notes.map(({ text }) => text))];
  const said = texts.map((text) => {
    const [first, ...others] = notes.filter((note) => note.text === text);
    return figures.length > 1 && first && others.length === 0 ? `${first.name}: ${text}` : text;
  });
  return [...said, sentence(caption(result))].join(' ');
}

/** What was run ends like a sentence. */
const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`);

/** What a file of one picture says below it: also the generation, where the picture is of one. */
export function fileCaption(
  demo: Pick<Demo, 'figures' | 'caption' | 'frameLabel'>,
  figure: Demo['figures'][number],
  result: JobResult<JobName>,
  frame: number,
): string {
  const when = figure.redraws ? `${demo.frameLabel(result, frame)}. ` : '';
  return when + captionText({ ...demo, figures: [figure] }, result);
}
