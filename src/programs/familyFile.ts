/** Families that share a file, by its name. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  words: ['categorical', 'ngram-2', 'ngram-3'],
};

/** Of which families the file of this name tells. */
export const familiesIn = (file: string): readonly string[] => SHARED[file] ?? [file];

/** The name, in the folders `families`, of the file that tells of a family. */
export const fileOf = (family: string): string =>
  Object.keys(SHARED).find((file) => SHARED[file]?.includes(family)) ?? family;
