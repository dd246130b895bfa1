import type { APIRoute, GetStaticPaths } from 'astro';
import { engineText, parts } from '../../site/engineProgram/engine.ts';

export const getStaticPaths: GetStaticPaths = () => parts.map((part) => ({ params: { part } }));

/**
 * A part of the engine as a text, for the TypeScript programs: a page loads it when a reader asks
 * for one.
 */
export const GET: APIRoute = async ({ params }) =>
  new Response(await engineText(params['part']!, process.cwd()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
