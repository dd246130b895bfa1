/** Imported for what it does: teaches every language the lognormal with a threshold. */
import { lognormal3 as inPython } from './lognormal3/python.ts';
import { lognormal3 as inR } from './lognormal3/r.ts';
import { lognormal3 as inSas } from './lognormal3/sas.ts';
import { lognormal3 as inTypeScript } from './lognormal3/typescript.ts';
import { python } from './python.ts';
import { r } from './r.ts';
import { sas } from './sas.ts';
import { typescript } from './typescript.ts';

r.learn('lognormal3', inR);
python.learn('lognormal3', inPython);
sas.learn('lognormal3', inSas);
typescript.learn('lognormal3', inTypeScript);
