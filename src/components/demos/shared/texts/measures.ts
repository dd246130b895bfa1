import '../../../../lib/withWords.ts';
import { families } from '../../../../lib/families/index.ts';
import type { Measure } from '../../../charts/measures.ts';

/** A statistic of tables of types. */
function measureOf(wanted: string): Measure {
  const found = families.get('categorical').statistics.find(({ name }) => name === wanted);
  if (!found) throw new Error(`no such statistic of types: ${wanted}`);
  const { name, label, symbol, role, scale } = found;
  return { id: name, name, label, symbol, role, scale };
}

/** How many different words a model can still write. */
export const WORDS_ALIVE: Measure = { ...measureOf('types'), label: 'Words alive' };
