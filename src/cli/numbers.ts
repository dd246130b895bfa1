export { readNumber } from '../lib/readNumber.ts';
