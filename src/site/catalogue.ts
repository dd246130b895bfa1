/**
 * The collections as the pages need them: in order, by key, with clear errors for what is not
 * there.
 */
import { getCollection, type CollectionEntry } from 'astro:content';
import { citationLabels, citedKeys } from './references.ts';

export type Article = CollectionEntry<'articles'>;

/** All articles in reading order. */
export async function articlesInOrder(): Promise<Article[]> {
  const articles = await getCollection('articles');
  return articles.sort((a, b) => a.data.order - b.data.order);
}

/** A cited work with its key and the label that running text gives it. */
export interface CitedWork {
  readonly key: string;
  readonly label: string;
  readonly work: CollectionEntry<'references'>['data'];
}

/** All references by key, in the order of their labels. */
export async function references(): Promise<ReadonlyMap<string, CitedWork>> {
  const entries = await getCollection('references');
  const labels = citationLabels(new Map(entries.map(({ id, data }) => [id, data])));
  return new Map(
    entries
      .map(({ id, data }) => ({ key: id, label: labels.get(id) ?? id, work: data }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en'))
      .map((cited) => [cited.key, cited]),
  );
}

/** One reference. Throws if no entry has the key, so that a slip of the pen fails the build. */
export async function reference(key: string): Promise<CitedWork> {
  const all = await references();
  const found = all.get(key);
  if (!found)
    throw new Error(`unknown reference: ${key} (known: ${[...all.keys()].sort().join(', ')})`);
  return found;
}

/** The works that an article cites, in order of first use. */
export async function worksCitedBy(article: Article): Promise<CitedWork[]> {
  return Promise.all(citedKeys(article.body ?? '').map(reference));
}

/** All glossary entries, by term. */
export async function glossary(): Promise<CollectionEntry<'glossary'>[]> {
  const entries = await getCollection('glossary');
  return entries.sort((a, b) => a.data.term.localeCompare(b.data.term, 'en'));
}

/** One glossary entry. Throws if there is none with the id. */
export async function glossaryEntry(id: string): Promise<CollectionEntry<'glossary'>> {
  const all = await glossary();
  const found = all.find((entry) => entry.id === id);
  if (!found) throw new Error(`unknown term: ${id} (known: ${all.map((e) => e.id).join(', ')})`);
  return found;
}

/** All decisions, by number. */
export async function decisionsInOrder(): Promise<CollectionEntry<'decisions'>[]> {
  const decisions = await getCollection('decisions');
  return decisions.sort((a, b) => a.id.localeCompare(b.id, 'en'));
}
