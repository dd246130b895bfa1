import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/root.ts';
import { counts, failed, type Report, retried } from './testReport.ts';

const test = (title: string, status: string, ...failureMessages: string[]) => ({
  ancestorTitles: ['a demo'],
  title,
  status,
  failureMessages,
});

const stack = `\u001b[31mError: expected 1 to be 2\u001b[39m
    at /elsewhere/node_modules/vitest/run.js:1:1
    at ${join(ROOT, 'test/site/demo.test.ts')}:12:34`;

const report: Report = {
  numPassedTests: 2,
  numFailedTests: 1,
  numPendingTests: 3,
  numTodoTests: 1,
  testResults: [
    {
      name: join(ROOT, 'test/site/demo.test.ts'),
      status: 'failed',
      message: '',
      assertionResults: [
        test('is quick', 'passed'),
        test('is slow', 'passed', stack, 'Error: late'),
        test('is lost', 'failed', stack, stack, 'Error: gone\nfor good'),
      ],
    },
    {
      name: join(ROOT, 'test/site/broken.test.ts'),
      status: 'failed',
      message: 'no such import\nat line 1',
      assertionResults: [],
    },
    {
      name: join(ROOT, 'test/site/unfinished.test.ts'),
      status: 'failed',
      message: '',
      assertionResults: [test('waits', 'skipped')],
    },
    { name: join(ROOT, 'test/good.test.ts'), status: 'passed', message: '', assertionResults: [] },
  ],
};

describe('a report of tests', () => {
  it('is counted in passed, failed and neither', () => {
    expect(counts(report)).toEqual([2, 1, 4]);
  });

  it('names what passed only when tried again, and what was wrong at first', () => {
    expect(retried(report)).toEqual([
      `passed at attempt 3: test/site/demo.test.ts › a demo › is slow
    Error: expected 1 to be 2 (test/site/demo.test.ts:12)`,
    ]);
  });

  it('names what failed, each of its messages once, and files that failed by themselves', () => {
    expect(failed(report)).toEqual([
      `test/site/demo.test.ts › a demo › is lost
    Error: expected 1 to be 2 (test/site/demo.test.ts:12)
    Error: gone`,
      `test/site/broken.test.ts
    no such import`,
      `test/site/unfinished.test.ts
    did not finish`,
    ]);
  });
});
