import type { CheckedConfig } from '../config.ts';
import { createRegistry } from '../registry.ts';
import { normalReplace } from './normalReplace.ts';
import type { Shortcut, ShortcutSteps } from './shortcut.ts';

/**
 * The registry itself, with what every page needs; index.ts adds the rest. The first one that opens
 * a run is taken.
 */
export const shortcuts = createRegistry<Shortcut>('shortcut', [normalReplace]);

/** The shortcut for a run and its steps, or null if the run can only be made literally. */
export function shortcutFor(
  checked: CheckedConfig,
): { readonly shortcut: Shortcut; readonly steps: ShortcutSteps } | null {
  // They draw as the model has it.
  if (checked.reweigh) return null;
  for (const shortcut of shortcuts.all) {
    const steps = shortcut.open(checked);
    if (steps) return { shortcut, steps };
  }
  return null;
}
