import { provenIn } from './provenIn.ts';

provenIn('firefox');
