import { programs, type ProgramWriter } from '../../src/programs/index.ts';
import type { EnsembleConfig } from '../../src/lib/ensemble/types.ts';
import type { RunConfig } from '../../src/lib/types.ts';
import { engineText } from '../../src/site/engineProgram/engine.ts';
import { ROOT } from '../support/root.ts';

/** The languages that have words of their own; TypeScript brings the engine. */
export const languages = programs.all.filter(({ engine }) => !engine);

/** The whole program, as the page shows it. */
export async function programOf(
  writer: ProgramWriter,
  config: RunConfig | EnsembleConfig,
): Promise<string> {
  const part = writer.engine?.(config);
  return writer.write(config, part && (await engineText(part, ROOT)));
}
