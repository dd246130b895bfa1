import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

export interface ServedSite {
  /** Ends with the base, for example http://127.0.0.1:40123/collapse-fork/ */
  readonly url: string;
  /** Paths asked for since the last call of `forget`, in order. */
  readonly asked: readonly string[];
  forget(): void;
  close(): Promise<void>;
}

/**
 * Serves a built site as GitHub Pages does: under its base only, `/folder` redirected to
 * `/folder/`, and 404.html with status 404 for what is not there. `base` begins and ends with a
 * slash.
 */
export async function serveSite(folder: string, base: string): Promise<ServedSite> {
  const files = sirv(folder, {
    etag: true,
    // As GitHub Pages does: a sandboxed frame, which has no origin of its own, may load the
    // scripts.
    setHeaders: (response) => void response.setHeader('access-control-allow-origin', '*'),
  });
  const notFoundFile = join(folder, '404.html');
  const notFound = existsSync(notFoundFile) ? readFileSync(notFoundFile) : 'not found';
  const asked: string[] = [];

  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
    };
    if (!pathname.startsWith(base)) return missing();
    const inside = pathname.slice(base.length - 1);
    const onDisk = join(folder, decodeURIComponent(inside));
    if (!inside.endsWith('/') && existsSync(onDisk) && statSync(onDisk).isDirectory()) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    request.url = inside + search;
    files(request, response, missing);
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    asked,
    forget: () => void asked.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
