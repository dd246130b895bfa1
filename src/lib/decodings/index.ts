import './words.ts';
import { decodings } from './registry.ts';

/** The ways in which a model of types picks the next one. */
export { decodings };
