import { expect, it } from 'vitest';
import { demos } from '../../src/components/demos/index.ts';
import { drain } from '../../src/lib/drain.ts';
import { buffersIn } from '../../src/lib/jobs/buffersIn.ts';
import { jobNamed } from '../../src/lib/jobs/index.ts';
import { defaultSettings } from '../../src/settings/fields.ts';
import { beginningOf } from '../support/beginning.ts';

/** Pieces of a demo that are looked at: the most wanted ones. */
const PIECES = 4;

it.each(demos.all)('what a worker of $id has handed over it does not need again', (demo) => {
  const { settings } = demo.repair(defaultSettings(demo.fields));
  const job = jobNamed(demo.job);
  const pieces = job.pieces(beginningOf(demo, settings)).slice(0, PIECES);
  const made = () =>
    pieces.map((piece) => {
      const one = drain(job.make(piece));
      return structuredClone(one, { transfer: buffersIn(one) });
    });
  const before = made();
  expect(made()).toEqual(before);
});
