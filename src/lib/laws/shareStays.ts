import type { Law } from './law.ts';

/** Every share is right on average for ever, whatever becomes of the type in a single run. */
export const shareStays: Law = {
  id: 'share-stays',
  label: 'A share stays what it was, on average',
  reference: 'wright1931',
  exact: true,
  statistics: ['first'],
  open({ real }) {
    const first = real.shares?.[0];
    if (first === undefined) return null;
    return { mean: () => first, meanInTheEnd: first };
  },
};
