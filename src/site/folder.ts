import { pathToFileURL } from 'node:url';

/** Fails where the folder of the project has a name that Vite reads as an address with a fragment or a query. */
export function checkFolder(folder: string): void {
  const sign = /[#?]/.exec(folder)?.[0];
  if (sign)
    throw new Error(
      `The path of this folder has a “${sign}” in it, which Vite cannot read: ${folder}. Rename or move it.`,
    );
}

// `npm run build` and `npm run dev` ask before Astro does, which would not find its own settings there.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    checkFolder(process.cwd());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
