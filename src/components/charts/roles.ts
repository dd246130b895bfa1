import type { Role } from '../../lib/types.ts';

/** The colour in which a statistic is drawn, by what it tells: as in `var(--mean)`. */
const COLOURS: Readonly<Record<Role, string>> = {
  mean: 'mean',
  spread: 'spread',
  shape: 'shape',
  // How many there are, and how much of the whole.
  count: 'count',
  share: 'count',
};

export const colourOf = (role: Role) => `var(--${COLOURS[role]})`;

/** The same for areas, through which lines can be seen. */
export const softColourOf = (role: Role) => `var(--${COLOURS[role]}-soft)`;
