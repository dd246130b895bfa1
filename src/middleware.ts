import { defineMiddleware } from 'astro:middleware';
import { tie } from './site/tie.ts';

/** The last step of every page: a line never begins with what belongs to the word before. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(tie(await response.text()), response);
});
