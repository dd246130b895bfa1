/**
 * The entry of the page's workers, which does nothing but load what they do. Nothing may import an
 * entry: WebKit runs it a second time for that, and what the first copy had registered is missing
 * in the second. So all that is shared stands in work.ts and in what that imports. A worker that
 * cannot load it reports an error, like one that cannot start.
 */
import('./work.ts').catch((error: unknown) => {
  setTimeout(() => {
    throw error;
  });
});

export {};
