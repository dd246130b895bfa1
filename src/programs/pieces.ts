import { ConfigError } from '../lib/configError.ts';
import type { RunConfig } from '../lib/types.ts';
import { idsOf, regionsOf, type Find, type Regions } from './regions.ts';

/** The files of a language for programs of one kind. */
export interface Files {
  /** What all families have in common. */
  readonly shared: readonly string[];
  /** By family; what a family says itself counts more. */
  readonly families: Readonly<Record<string, string>>;
}

/**
 * The pieces of the program for `config`. One that is asked for as `setup` is `setup growing` if
 * there is one for the regime growing (or the family, the stream, the estimator, the decoding, the
 * source, the family with the source), else `setup`. A regime is plain if every generation is n
 * values of the newest model and nothing else (`plain regime replace`): then `plain setup` goes
 * before `setup`, with any other `sized setup`, where functions are told how many values they get.
 *
 * Throws a ConfigError where a language has no words: `unknown estimator in the R program: huber
 * (known: …)`, `there is no R program for the regime hoard yet`.
 */
export function piecesFor(language: string, { shared, families }: Files, config: RunConfig) {
  const { family, source, regime, stream, estimator, decoding } = config;
  const check = (kind: string, known: readonly string[], id: string) => {
    if (known.includes(id)) return;
    const list = known.join(', ');
    throw new ConfigError(`unknown ${kind} in the ${language} program: ${id} (known: ${list})`);
  };
  const none = (what: string) => new ConfigError(`there is no ${language} program for ${what} yet`);
  const noRegime = (but: string) => none(`the regime ${regime}${but}`);
  const of = (id: string) => regionsOf(...shared, families[id] ?? '');

  const known = Object.keys(families);
  if (!known.includes(family)) {
    throw new ConfigError(
      `there is no ${language} program for the family ${family} yet (there is for ${known.join(', ')})`,
    );
  }
  const regions = of(family);
  const origins = source === undefined ? [family] : [`${family} ${source}`, source];
  if (!origins.some((origin) => regions.has(`truth ${origin}`)))
    throw none(`the family ${family} with the source ${source ?? 'itself'}`);
  if (decoding !== undefined && !regions.has(`decoding ${decoding}`))
    throw none(`the decoding ${decoding}`);
  // An empty piece of a family says that it has none.
  const has = (among: Regions) => Boolean(among.get(`regime ${regime}`)) || isPlain(among, regime);
  if (!has(regions)) {
    const elsewhere = Object.keys(families).some((other) => has(of(other)));
    throw noRegime(elsewhere ? ` with the family ${family}` : '');
  }
  const plain = isPlain(regions, regime);
  if (!plain && !regions.has(`sized stream ${stream}`))
    throw noRegime(` with the stream ${stream}`);
  check('stream', idsOf(regions, 'stream'), stream);
  check('estimator', idsOf(regions, 'estimator'), estimator);

  const kinds = [plain ? 'plain ' : 'sized ', ''];
  const ids = [regime, estimator, stream, decoding, ...origins, family]
    .flatMap((id) => (id === undefined ? [] : ` ${id}`))
    .concat('');
  const find: Find = (name) => {
    const names = kinds.flatMap((kind) => ids.map((id) => `${kind}${name}${id}`));
    const found = names.find((each) => regions.has(each));
    return found === undefined ? undefined : regions.get(found);
  };
  return {
    find,
    plain,
    words: [...new Set(idsOf(regions, 'word').map((word) => word.replace(/ .*/, '')))],
  };
}

const isPlain = (regions: Regions, regime: string) => regions.has(`plain regime ${regime}`);
