/** Names, labels and addresses of cited works. Pure: takes the entries, knows no collection. */

export interface Work {
  readonly authors: readonly string[];
  readonly year: number;
  readonly title: string;
  readonly doi?: string | undefined;
  readonly arxiv?: string | undefined;
  readonly url?: string | undefined;
}

/** `Shumailov` of `Shumailov, Ilia`; an institution's name as it stands. */
function surname(author: string): string {
  return author.split(',')[0] ?? author;
}

/** `Wicklin`, `Marsaglia and Tsang` or, from three authors, `Shumailov et al.` */
function shortAuthors(authors: readonly string[]): string {
  const [first = '', second] = authors.map(surname);
  if (authors.length > 2) return `${first} et al.`;
  return second ? `${first} and ${second}` : first;
}

/**
 * The label of each work by key, as running text cites it: `Shumailov et al. 2024`. Works that
 * would share a label get a letter after the year, in the order of their keys: 2000a, 2000b.
 */
export function citationLabels(works: ReadonlyMap<string, Work>): ReadonlyMap<string, string> {
  const keysOf = new Map<string, string[]>();
  for (const [key, work] of [...works].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const plain = `${shortAuthors(work.authors)} ${work.year}`;
    keysOf.set(plain, [...(keysOf.get(plain) ?? []), key]);
  }
  const labels = new Map<string, string>();
  for (const [plain, keys] of keysOf)
    keys.forEach((key, i) =>
      labels.set(key, keys.length > 1 ? plain + String.fromCharCode(97 + i) : plain),
    );
  return labels;
}

/** `A, B and C`, each with the surname last: `Ilia Shumailov`. */
export function fullAuthors(authors: readonly string[]): string {
  const names = authors.map((author) => author.split(', ').reverse().join(' '));
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}

export interface WorkLink {
  readonly text: string;
  readonly address: string;
}

/** Where a work can be read: its DOI, its preprint and any other address. */
export function workLinks({ doi, arxiv, url }: Work): WorkLink[] {
  return [
    ...(doi ? [{ text: `doi:${doi}`, address: `https://doi.org/${doi}` }] : []),
    ...(arxiv ? [{ text: `arXiv:${arxiv}`, address: `https://arxiv.org/abs/${arxiv}` }] : []),
    ...(url ? [{ text: new URL(url).hostname.replace(/^www\./, ''), address: url }] : []),
  ];
}

/** Keys that an article's source cites, each once, in order of first use. */
export function citedKeys(source: string): string[] {
  const keys = [...source.matchAll(/<Cite\b[^>]*?\bkey=\{?["']([^"']+)["']/g)].map(
    ([, key = '']) => key,
  );
  return [...new Set(keys)];
}
