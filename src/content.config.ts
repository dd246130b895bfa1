/**
 * What each collection holds. A file or entry that does not fit its schema fails the build by name.
 */
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** One article a file. The file's name is its address; its front matter is its registration. */
const articles = defineCollection({
  loader: glob({ base: './src/content/articles', pattern: '*.mdx' }),
  schema: z.object({
    order: z.number(),
    title: z.string(),
    summary: z.string(),
    /** What a reader would ask, where it reads better than the title in a list. */
    question: z.string().optional(),
    published: z.coerce.date(),
    updated: z.coerce.date().optional(),
    /** Errors that were mended after publication; printed at the foot, newest first. */
    corrections: z.array(z.object({ date: z.coerce.date(), text: z.string() })).default([]),
    /** Else estimated from the number of words and of demos. */
    readingMinutes: z.number().int().positive().optional(),
  }),
});

/** Every cited work once. The key is what `<Cite key="…" />` and docstrings say. */
const references = defineCollection({
  loader: file('./src/content/references.yaml'),
  schema: z
    .object({
      type: z.enum(['article', 'book', 'conference', 'preprint', 'news', 'post', 'software']),
      /** Surname first name or initials: `Shumailov, Ilia`. An institution has no comma. */
      authors: z.array(z.string()).min(1),
      year: z.number().int(),
      title: z.string(),
      /** Journal with volume and pages, conference, publisher or site. */
      venue: z.string().optional(),
      doi: z.string().optional(),
      arxiv: z.string().optional(),
      url: z.url().optional(),
      /** What this site takes from it. */
      note: z.string().optional(),
    })
    .strict(),
});

/**
 * The words of the field. `short` fits a card beside the text; `definition` stands on the glossary
 * page.
 */
const glossary = defineCollection({
  loader: file('./src/content/glossary.yaml'),
  schema: z
    .object({
      term: z.string(),
      short: z.string().max(180),
      definition: z.string(),
      see: z.array(z.string()).default([]),
    })
    .strict(),
});

/** Why the house is as it is: context, decision, alternatives, consequences. */
const decisions = defineCollection({
  loader: glob({ base: './src/content/decisions', pattern: '[0-9]*.md' }),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    status: z.enum(['accepted', 'superseded']).default('accepted'),
  }),
});

export const collections = { articles, references, glossary, decisions };
