import { lognormal } from './lognormal.ts';
import { lognormal3 } from './lognormal3.ts';
import { checkParams, families, hasLine, lineFamily } from './registry.ts';

/**
 * Every family of distributions that the engine knows, the normal first. A new one is its file and
 * a line here.
 */
[lognormal, lognormal3].forEach(families.add);

export { checkParams, families, hasLine, lineFamily };
