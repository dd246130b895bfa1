import { expect, it } from 'vitest';
import { checkFolder } from '../../src/site/folder.ts';

it.each(['/home/me/a#b', '/home/me/why?/site', 'C:\\Users\\me\\c#\\site'])(
  'is refused in one line that names it, where Vite would say something else: %s',
  (folder) => {
    expect(() => checkFolder(folder)).toThrow(folder);
    expect(() => checkFolder(folder)).toThrow(/^[^\n]*“[#?]”[^\n]*$/);
  },
);

it.each(['/home/me/model collapse', '/srv/100%25/é', 'C:\\Users\\me\\site'])(
  'may have any other name: %s',
  (folder) => {
    expect(() => checkFolder(folder)).not.toThrow();
  },
);
