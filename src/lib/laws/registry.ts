import type { CheckedConfig } from '../config.ts';
import { createRegistry } from '../registry.ts';
import type { KnownLaw } from '../types.ts';
import type { Law } from './law.ts';

/** The registry itself; index.ts adds the laws. They are asked in turn, exact ones first. */
export const laws = createRegistry<Law>('law', []);

/** What is known of a statistic of a run; null where no law speaks of it. */
export function lawOf(
  checked: CheckedConfig,
  statistic: string,
): { readonly law: Law; readonly known: KnownLaw } | null {
  // What is drawn otherwise than the model has it obeys none of them.
  if (checked.reweigh) return null;
  for (const law of laws.all) {
    const known = speaksOf(law, statistic) ? law.open(checked, statistic) : null;
    if (known) return { law, known };
  }
  return null;
}

/** `alive17` is one of the series `alive#`. */
const speaksOf = ({ statistics }: Law, name: string) =>
  statistics.includes(name) || statistics.includes(name.replace(/\d+$/, '#'));
