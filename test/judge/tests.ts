import type { Test } from './dieharder.ts';

/**
 * What one core does in half a minute a feed, or in a minute and a half where each draw has a key
 * of its own: they read 100 million words. The ranks would read 190 million with all their samples,
 * of which a few see what there is to see.
 */
export const TESTS: readonly Test[] = [
  { name: 'diehard_birthdays' },
  { name: 'diehard_rank_32x32', samples: 10 },
  { name: 'diehard_rank_6x8', samples: 20 },
  { name: 'diehard_bitstream' },
  { name: 'diehard_count_1s_stream' },
  { name: 'diehard_parking_lot' },
  { name: 'diehard_2dsphere' },
  { name: 'diehard_3dsphere' },
  { name: 'diehard_runs' },
  { name: 'sts_serial' },
  { name: 'dab_dct' },
];

/** One of several of a name, for each size from `first` to `last`. */
const sizes = (name: string, first: number, last: number): Test[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ name, ntuple: first + i }));

/** The others, but OPSO, OQSO, DNA (“suspect”) and sums (“do not use”). */
export const FURTHER: readonly Test[] = [
  ...[
    'diehard_operm5',
    'sts_monobit',
    'sts_runs',
    'diehard_count_1s_byte',
    'diehard_squeeze',
    'diehard_craps',
    'marsaglia_tsang_gcd',
    'rgb_kstest_test',
    'dab_bytedistrib',
    'dab_filltree',
    'dab_filltree2',
    'dab_monobit2',
  ].map((name) => ({ name })),
  ...sizes('rgb_bitdist', 1, 12),
  ...sizes('rgb_minimum_distance', 2, 5),
  ...sizes('rgb_permutations', 2, 5),
  ...sizes('rgb_lagged_sum', 0, 32),
];
