import { describe } from 'vitest';
import { replayLinks } from './replayLinks.ts';

describe('a link to many runs that somebody may have shared', () => replayLinks('heavyLinks.txt'));
