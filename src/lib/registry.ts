/** What every registry entry carries. */
export interface Entry {
  readonly id: string;
  readonly aliases?: readonly string[];
}

/** A list of named things: adding one is one line where the registry is made. */
export interface Registry<T extends Entry> {
  /** Every entry, in the order in which readers should meet them. */
  readonly all: readonly T[];
  /** The entry with this id or alias. Throws `unknown regime: hoard (known: replace)`. */
  get(id: string): T;
  has(id: string): boolean;
  /**
   * Adds an entry and returns what takes it out again: for forks, and for tests with a toy entry.
   */
  add(entry: T): () => void;
}

/** A registry of `kind` ("regime", "family" …; used in error messages) that holds `entries`. */
export function createRegistry<T extends Entry>(kind: string, entries: readonly T[]): Registry<T> {
  const all: T[] = [];
  const find = (id: string) => all.find((entry) => entry.id === id || entry.aliases?.includes(id));
  const add = (entry: T) => {
    for (const name of [entry.id, ...(entry.aliases ?? [])]) {
      if (find(name)) throw new Error(`${kind} registered twice: ${name}`);
    }
    all.push(entry);
    return () => void all.splice(all.indexOf(entry), 1);
  };
  entries.forEach(add);
  return {
    all,
    add,
    has: (id) => find(id) !== undefined,
    get(id) {
      const entry = find(id);
      if (entry) return entry;
      throw new Error(`unknown ${kind}: ${id} (known: ${all.map((known) => known.id).join(', ')})`);
    },
  };
}
