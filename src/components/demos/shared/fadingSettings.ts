import type { ChoiceField, Field, NumberField } from '../../../settings/fields.ts';

/** How much of the spread is left when the clock is stopped. */
export const fractionField = (share: number): NumberField => ({
  kind: 'number',
  name: 'fraction',
  label: 'Share of the spread that is left',
  min: 0.05,
  max: 0.9,
  integer: false,
  scale: 'log',
  default: share,
});

/**
 * The same fields with the estimators under which every run fades: without a drift there is no such
 * time.
 */
export function collapsingOnly(fields: readonly Field[]): Field[] {
  return fields.map((field): Field => {
    if (field.name !== 'estimator') return field;
    const choice = field as ChoiceField;
    return { ...choice, options: choice.options.filter(({ value }) => value !== 'unbiased-log') };
  });
}
