/**
 * `node test/tools/testReport.ts counts|retried|failed REPORT…`: what .ci/run says of Vitest's JSON
 * reports. Whoever sees only the end of a log shall know which test failed, and in what.
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../support/root.ts';

/** What is read of the report. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file as a whole failed. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      /** One for each attempt that failed, the last attempt last. */
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Characters of a message that are shown. */
const MOST = 300;

const plain = (message: string) => stripVTControlCharacters(message).trim();

/** The first line of a message, and the first place in a test that its stack names. */
function inShort(message: string): string {
  const text = plain(message);
  const line = text.split('\n')[0]!.slice(0, MOST);
  const place = /\b(test\/[\w./-]+\.ts:\d+):\d+/.exec(text)?.[1];
  return place ? `${line} (${place})` : line;
}

function testsOf(report: Report) {
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({
      ...test,
      where: [relative(ROOT, name), ...test.ancestorTitles, test.title].join(' › '),
    })),
  );
}

/** Passed, failed, and neither. */
export const counts = (report: Report): [number, number, number] => [
  report.numPassedTests,
  report.numFailedTests,
  report.numPendingTests + report.numTodoTests,
];

/** Each test that passed only when it was tried again, and what was wrong at first. */
export function retried(report: Report): string[] {
  return testsOf(report)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(
      ({ where, failureMessages }) =>
        `passed at attempt ${failureMessages.length + 1}: ${where}\n    ${inShort(failureMessages[0]!)}`,
    );
}

/**
 * Each test that failed, and each file that did without one of its tests failing, with their
 * messages in short.
 */
export function failed(report: Report): string[] {
  const tests = testsOf(report)
    .filter(({ status }) => status === 'failed')
    .map(({ where, failureMessages }) =>
      [where, ...new Set(failureMessages.map(inShort))].join('\n    '),
    );
  const files = report.testResults
    .filter(
      ({ status, message, assertionResults }) =>
        message !== '' ||
        (status === 'failed' && assertionResults.every((test) => test.status !== 'failed')),
    )
    .map(({ name, message }) =>
      [relative(ROOT, name), message === '' ? 'did not finish' : inShort(message)].join('\n    '),
    );
  return [...tests, ...files];
}

function main([what, ...files]: readonly string[]): void {
  for (const file of files.filter((path) => existsSync(path))) {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    if (what === 'counts') console.log(counts(report).join(' '));
    else
      for (const line of what === 'retried' ? retried(report) : failed(report)) console.log(line);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
