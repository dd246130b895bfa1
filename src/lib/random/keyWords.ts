import alea from 'seedrandom/lib/alea.js';

/**
 * Four 32-bit words that stand for (seed, replicate): what seedrandom's alea gives for the text
 * "seed/replicate". The last slash of that text always ends the seed, as a replicate is written in
 * digits, so two different pairs never share a key, whatever the seed contains.
 *
 * Throws a RangeError unless `replicate` is a whole number from 0 to 2^53 - 1.
 */
export function keyWords(seed: string, replicate: number): Int32Array {
  if (!Number.isSafeInteger(replicate) || replicate < 0) {
    throw new RangeError(`replicate must be a whole number from 0: ${replicate}`);
  }
  const random = alea(`${seed}/${replicate}`);
  return Int32Array.of(random.int32(), random.int32(), random.int32(), random.int32());
}
