/**
 * A Vite plugin that leaves out of the scripts what their libraries bring along and no page uses. Each part is replaced
 * by a stub that says so if it is called after all. Of Plot and its d3: map projections, colour schemes, colours that
 * are computed, times and dates, tips that follow the pointer, legends (ours are drawn in figures/legend.ts), facets. Of
 * stdlib: printf, which words errors that cannot happen here, and its stand-ins for what every browser has had for
 * ten years. Together 45 kB gzip.
 *
 * So in a chart there is one frame, no axis is a time, no colour is a scale, and a colour is written `var(--name)`.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const PREFIX = '\0left-out:';
const NEVER = `const never = (what) => () => { throw new Error(what + ' is left out: src/site/leaveOut.ts') };`;

/** The names that a package of d3 exports, from the copy that Plot uses. */
async function namesOf(name: string): Promise<string[]> {
  const plot = createRequire(import.meta.resolve('@observablehq/plot'));
  const d3 = createRequire(pathToFileURL(plot.resolve('d3')));
  return Object.keys((await import(pathToFileURL(d3.resolve(name)).href)) as object);
}

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

/** What is left out, by the end of the name under which it is imported. */
const STUBS: Readonly<Record<string, () => Promise<string>>> = {
  // Plot makes one transform while it loads, for maps that nobody draws.
  'd3-geo': d3('a map projection', 'd3-geo', { geoTransform: '() => null' }),
  'd3-scale-chromatic': d3('a colour scheme', 'd3-scale-chromatic'),
  // Plot asks whether a word is a colour; `var(--name)` it knows by itself.
  'd3-color': d3('a computed colour', 'd3-color', { color: '() => null' }),
  'd3-time': d3('a time', 'd3-time'),
  // Every axis here says how its ticks are written.
  'd3-format': d3('a number format', 'd3-format'),
  'd3-time-format': d3('a date', 'd3-time-format'),
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
  '@stdlib/string-format': async () => `module.exports = (...words) => words.join(' ');`,
  '@stdlib/array-float64': async () => 'module.exports = Float64Array;',
  '@stdlib/array-uint32': async () => 'module.exports = Uint32Array;',
  '@stdlib/array-uint16': async () => 'module.exports = Uint16Array;',
  '@stdlib/array-uint8': async () => 'module.exports = Uint8Array;',
  '@stdlib/utils-define-nonenumerable-read-only-property': async () =>
    'module.exports = (object, name, value) => Object.defineProperty(object, name, { value });',
};

/** Files named by their path are Plot's own. */
function stubFor(source: string, importer: string | undefined): string | undefined {
  if (source in STUBS) return source;
  if (!importer?.includes('/@observablehq/plot/')) return undefined;
  return Object.keys(STUBS).find((end) => end.startsWith('/') && source.endsWith(end));
}

/** Registries, and the files that bring their further entries to the pages that need them. */
const BARE = /(^|\/)(families|estimators|regimes|shortcuts)\/index\.ts$/;
const WHOLE = /\/src\/lib\/with(Lognormals|Regimes)\.ts$/;

/** For the browser's scripts only: at build time the libraries are used as they are. */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer, options) {
      if (options.ssr) return null;
      if (BARE.test(source) && !WHOLE.test(importer ?? '')) {
        return this.resolve(source.replace('/index.ts', '/registry.ts'), importer);
      }
      const stub = stubFor(source, importer);
      return stub === undefined ? null : `${PREFIX}${stub}`;
    },
    load(id) {
      return id.startsWith(PREFIX) ? STUBS[id.slice(PREFIX.length)]!() : null;
    },
  };
}
