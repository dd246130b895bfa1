import { createRegistry } from '../../lib/registry.ts';
import type { Demo } from '../demo/definition.ts';
import { byHand } from './byHand.ts';
import { copies } from './copies.ts';
import { rareEvents } from './rareEvents.ts';
import { run } from './run.ts';

/** Every demo of the site. A new one is its file and a line here. */
export const demos = createRegistry<Demo>('demo', [run, byHand, rareEvents, copies]);
