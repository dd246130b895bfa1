import { provenIn } from './provenIn.ts';

provenIn('webkit');
