import { column } from './column.ts';
import { sources } from './registry.ts';
import { text } from './text.ts';
import { twoHumps } from './twoHumps.ts';
import { zipf } from './zipf.ts';

/** Every source, put into the registry. A new one is its file and a word here. */
export const furtherSources = [twoHumps, column, zipf, text];
furtherSources.forEach(sources.add);
