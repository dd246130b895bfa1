/**
 * Fails where the folder of the project has a name that Vite reads as an address with a fragment or
 * a query.
 */
export function checkFolder(folder: string): void {
  const sign = /[#?]/.exec(folder)?.[0];
  if (sign)
    throw new Error(
      `The path of this folder has a “${sign}” in it, which Vite cannot read: ${folder}. Rename or move it.`,
    );
}
