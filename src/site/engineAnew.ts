/**
 * A Vite plugin for `npm run dev`: when a file of the engine is saved, every other one is read anew
 * too. By itself Vite reads that file and what imports it again; a registry stays as it was, and
 * refuses entries that it has.
 */
import { join, resolve } from 'node:path';
import {
  isRunnableDevEnvironment,
  normalizePath,
  type EnvironmentModuleNode,
  type Plugin,
} from 'vite';

export function engineAnew(root: string): Plugin {
  const engine = `${normalizePath(resolve(join(root, 'src', 'lib')))}/`;
  return {
    name: 'engine-anew',
    apply: 'serve',
    hotUpdate: {
      // Astro's own plugin comes last, and finds nothing left to do.
      order: 'pre',
      handler({ file, server, timestamp }) {
        const { environment } = this;
        if (!file.startsWith(engine) || !isRunnableDevEnvironment(environment)) return;
        const { moduleGraph, runner } = environment;
        /** With everything that imports them. */
        const stale = new Set<EnvironmentModuleNode>();
        for (const [path, modules] of moduleGraph.fileToModulesMap)
          if (path.startsWith(engine))
            for (const one of modules) moduleGraph.invalidateModule(one, stale, timestamp, true);
        for (const { id } of stale) {
          const read = id === null ? undefined : runner.evaluatedModules.getModuleById(id);
          if (read) runner.evaluatedModules.invalidateModule(read);
        }
        server.environments.client.hot.send({ type: 'full-reload' });
        return [];
      },
    },
  };
}
