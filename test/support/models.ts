import { lineFamily } from '../../src/lib/families/index.ts';
import type { Family, Fit, GenerationRecord, LineFamily, Params } from '../../src/lib/types.ts';

/** The model of a fit that has one, of a family whose models are their parameters by name. */
export function paramsOf(fit: Fit): Params {
  if (!fit.ok) throw new Error(`no fit: ${fit.reason}`);
  return fit.model as Params;
}

/** Records as a command prints them, of families whose models are their parameters by name. */
export const asPrinted = (records: readonly GenerationRecord[]) =>
  records.map(({ fit, ...rest }) => ({
    ...rest,
    fit: fit.ok ? { ok: true, params: fit.model } : fit,
  }));

/** A family of one real variable whose models are their parameters by name. */
export const byName = (family: string | Family) =>
  lineFamily(typeof family === 'string' ? family : family.id) as LineFamily<Params>;
