import { provenIn } from './provenIn.ts';

provenIn('chromium');
