/* eslint-disable no-restricted-syntax -- The one door in the wall to the demos. */
import type { Demo } from '../demos/shared/demo.ts';

/** Loaders of all demos by file; a page loads only the demos that it shows. */
const files = import.meta.glob<Record<string, unknown>>(['../demos/*.ts', '!**/index.ts']);

/**
 * The demo `by-hand` is what `demos/byHand.ts` exports as `byHand`. Rejects if the file cannot be
 * loaded.
 */
export async function load(id: string): Promise<Demo> {
  const name = nameOf(id);
  const loaded = await files[`../demos/${name}.ts`]?.();
  if (!loaded) throw new Error(`no demo ${id}`);
  return loaded[name] as Demo;
}

/** The name of a demo in code: `by-hand` is byHand. */
export const nameOf = (id: string) =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
