// @types/seedrandom describes the package's root only, which would pull in all seven generators.
declare module 'seedrandom/lib/alea.js' {
  interface Alea {
    /** One draw on [0, 1), a multiple of 2^-32. */
    (): number;
    /** One draw from all 32-bit integers, signed. */
    int32(): number;
  }
  /** A number and its text would be different seeds: this engine passes text only. */
  export default function alea(seed: string): Alea;
}
