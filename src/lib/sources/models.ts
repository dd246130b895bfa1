import { column } from './column.ts';
import { sources } from './registry.ts';
import { twoHumps } from './twoHumps.ts';

/** The sources of numbers, put into the registry. A new one is its file and a word here. */
export const furtherSources = [twoHumps, column];
furtherSources.forEach(sources.add);
