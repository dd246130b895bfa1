/**
 * A Vite plugin that leaves out of the scripts what their libraries bring along and no page uses.
 * Each part is replaced by a stub that says so if it is called after all, or by a short stand-in
 * for what is used of it. Of Plot and its d3: map projections, colour schemes, colours that are
 * computed, times and dates, tips that follow the pointer, legends (ours are drawn in
 * charts/legend.ts), facets, ordinal scales, most of selections. Of stdlib: printf, which words
 * errors that cannot happen here, its stand-ins for what every browser has had for ten years, and
 * its ways to the bits of a number. Together 55 kB gzip. test/site-unit/leaveOut.test.ts draws
 * every demo with and without.
 *
 * So in a chart there is one frame, every axis is linear or logarithmic, no axis is a time, no
 * colour is a scale, and a colour is written `var(--name)`.
 */
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { stdlib } from './standIns/stdlib.ts';

const PREFIX = '\0left-out:';
const NEVER = `const never = (what) => () => { throw new Error(what + ' is left out: src/site/leaveOut.ts') };`;

const BETWEEN = '(a, b) => (t) => a * (1 - t) + b * t';

/** The copy of d3 that Plot uses. */
const d3Of = createRequire(
  pathToFileURL(createRequire(import.meta.resolve('@observablehq/plot')).resolve('d3')),
);

/** The names that a package of d3 exports. */
const namesOf = async (name: string) =>
  Object.keys((await import(pathToFileURL(d3Of.resolve(name)).href)) as object);

/** A module whose functions all refuse, but for those that are written out. */
function refusing(what: string, names: readonly string[], own: Readonly<Record<string, string>>) {
  const stubs = names.filter((name) => !(name in own));
  return `${NEVER} const none = never('${what}');
    ${Object.entries(own)
      .map(([name, code]) => `export const ${name} = ${code};`)
      .join('\n')}
    export { ${stubs.map((name) => `none as ${name}`).join(', ')} };`;
}

const d3 = (what: string, name: string, own: Readonly<Record<string, string>> = {}) => {
  return async () => refusing(what, await namesOf(name), own);
};

/** A package of d3 whose named parts come from a file; the rest refuses. */
const part = (what: string, name: string, kept: readonly string[], from?: string) => async () => {
  const names = (await namesOf(name)).filter((each) => !kept.includes(each));
  const file = from ? fileURLToPath(new URL(from, import.meta.url)) : d3Of.resolve(name);
  return `${refusing(what, names, {})} export { ${kept.join(', ')} } from ${JSON.stringify(file)};`;
};

/** What is left out, by the end of the name under which it is imported. */
const STUBS: Readonly<Record<string, () => Promise<string>>> = {
  'd3-selection': part(
    'a selection',
    'd3-selection',
    ['creator', 'namespaces', 'select'],
    './standIns/selection.ts',
  ),
  'd3-array': part('an array', 'd3-array', [
    ...['InternMap', 'InternSet', 'ascending', 'bisect', 'descending', 'extent'],
    ...['range', 'reverse', 'tickIncrement', 'tickStep', 'ticks'],
  ]),
  'd3-scale': part('a scale', 'd3-scale', ['scaleLinear', 'scaleLog']),
  // From pixel to pixel.
  'd3-interpolate': d3('an interpolator', 'd3-interpolate', {
    interpolate: BETWEEN,
    interpolateNumber: BETWEEN,
  }),
  // The little lines at the ticks of an axis.
  'd3-path': d3('a path', 'd3-path', {
    pathRound: `() => {
      const at = (x, y) => Math.round(x * 1e3) / 1e3 + ',' + Math.round(y * 1e3) / 1e3;
      let d = '';
      return {
        moveTo(x, y) { d += 'M' + at(x, y); },
        lineTo(x, y) { d += 'L' + at(x, y); },
        toString: () => d,
      };
    }`,
  }),
  'd3-random': d3('chance', 'd3-random'),
  '/scales/ordinal.js': async () =>
    refusing('an ordinal scale', ['createScaleOrdinal', 'createScalePoint', 'createScaleBand'], {
      ordinalImplicit: 'Symbol()',
    }),
  '/marks/frame.js': async () => refusing('a frame', ['frame', 'Frame'], {}),
  // Plot makes one transform while it loads, for maps that nobody draws.
  'd3-geo': d3('a map projection', 'd3-geo', { geoTransform: '() => null' }),
  'd3-scale-chromatic': d3('a colour scheme', 'd3-scale-chromatic'),
  // Plot asks whether a word is a colour; `var(--name)` it knows by itself.
  'd3-color': d3('a computed colour', 'd3-color', { color: '() => null' }),
  'd3-time': d3('a time', 'd3-time'),
  // Every axis here says how its ticks are written.
  'd3-format': d3('a number format', 'd3-format'),
  'd3-time-format': d3('a date', 'd3-time-format'),
  // Plot has the browser load its number formats, for 10 to 20 ms, while nobody asks for one.
  '/format.js': async () =>
    refusing('a date', ['formatMonth', 'formatWeekday', 'formatIsoDate', 'formatAuto'], {
      formatNumber: `() => {
        let format;
        return (value) => (format ??= new Intl.NumberFormat('en-US')).format(value);
      }`,
      formatDefault: `((number) => (value) => typeof value === 'number' ? number(value) : value)(formatNumber())`,
    }),
  '/marks/tip.js': async () => refusing('a tip', ['tip', 'Tip'], {}),
  '/interactions/pointer.js': async () =>
    refusing('a pointer', ['pointer', 'pointerX', 'pointerY', 'anchorX', 'anchorY'], {}),
  '/legends/ramp.js': async () => refusing('a legend', ['legendRamp'], {}),
  '/legends/swatches.js': async () => refusing('a legend', ['legendSwatches', 'legendSymbols'], {}),
  // Only asked whether a word is a symbol: none is.
  '/symbol.js': async () =>
    refusing('a symbol', ['sqrt3', 'sqrt4_3', 'maybeSymbolChannel'], {
      isSymbol: '() => false',
      maybeSymbol: '(symbol) => symbol',
    }),
  'd3-shape': d3('a shape', 'd3-shape'),
  '/schemes.js': async () =>
    refusing('a colour scheme', ['ordinalScheme', 'ordinalRange', 'quantitativeScheme'], {
      isCategoricalScheme: '() => false',
      isDivergingScheme: '() => false',
      maybeBooleanRange: '() => undefined',
    }),
  '/scales/diverging.js': async () =>
    refusing(
      'a diverging scale',
      ['', 'Sqrt', 'Pow', 'Log', 'Symlog'].map((kind) => `createScaleDiverging${kind}`),
      {},
    ),
  '/scales/temporal.js': async () => refusing('a time', ['createScaleTime', 'createScaleUtc'], {}),
  '/time.js': async () =>
    refusing(
      'a time',
      [
        'parseTimeInterval',
        'timeInterval',
        'utcInterval',
        'generalizeTimeInterval',
        'inferTimeFormat',
      ],
      { intervalDuration: 'Symbol()', intervalType: 'Symbol()' },
    ),
  '/marker.js': async () =>
    refusing('a marker', ['applyGroupedMarkers'], {
      markers: '() => {}',
      applyMarkers: '() => {}',
    }),
  // Plot asks every chart for its projection: none has one.
  '/projection.js': async () =>
    refusing('a map projection', ['project', 'xyProjection', 'applyPosition'], {
      createProjection: '() => undefined',
      hasProjection: '() => false',
      projectionAspectRatio: '() => undefined',
      getGeometryChannels: '() => []',
    }),
  // Plot asks for the legends of every chart: there are none.
  '/legends.js': async () =>
    refusing('a legend', ['legend'], {
      exposeLegends: `() => never('a legend')`,
      createLegends: '() => []',
    }),
  // Plot asks every chart for its facets, and every mark for its place among them: there are none.
  '/facet.js': async () =>
    refusing(
      'a facet',
      ['recreateFacets', 'facetExclude', 'facetGroups', 'facetTranslator', 'facetFilter'],
      { createFacets: '() => undefined', maybeFacetAnchor: '() => null' },
    ),
  '/transforms/group.js': async () =>
    refusing(
      'a sorted domain',
      [
        'groupZ',
        'groupX',
        'groupY',
        'group',
        'hasOutput',
        'maybeOutputs',
        'maybeOutput',
        'maybeEvaluator',
        'maybeGroup',
        'maybeReduce',
        'maybeGroupOutputs',
        'maybeSubgroup',
        'maybeSort',
        'reduceIdentity',
        'reduceFirst',
        'reduceCount',
        'reduceZ',
        'find',
      ],
      {},
    ),
};

/** Files named by their path are Plot's own. */
function stubFor(source: string, importer: string | undefined): string | undefined {
  if (source in STUBS || source in stdlib) return source;
  if (!importer?.includes('/@observablehq/plot/')) return undefined;
  return Object.keys(STUBS).find((end) => end.startsWith('/') && source.endsWith(end));
}

/**
 * Registries whose further entries come by files of their own, which src/lib/with….ts import for
 * the pages that need them.
 */
const BARE = /(^|\/)(families|estimators|regimes|shortcuts|sources|decodings)\/index\.ts$/;

/** For the browser's scripts only: at build time the libraries are used as they are. */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer, options) {
      if (options.ssr) return null;
      if (BARE.test(source)) {
        return this.resolve(source.replace('/index.ts', '/registry.ts'), importer);
      }
      const stub = stubFor(source, importer);
      return stub === undefined ? null : `${PREFIX}${stub}`;
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const name = id.slice(PREFIX.length);
      return stdlib[name] ?? STUBS[name]?.();
    },
  };
}
