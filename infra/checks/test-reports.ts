import { globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** Where each workspace's tests leave their report, below its folder. */
export const reportFile = '.turbo/test-report.json';

const everyReport = `{packages,services,infra}/*/${reportFile}`;

/** What is read of a report, which Vitest writes in Jest's form. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly {
    name: string;
    status: string;
    message?: string;
    assertionResults: readonly { status: string; fullName: string; failureMessages?: readonly string[] }[];
  }[];
}

/** What all workspaces' tests came to. */
export interface Summary {
  passed: number;
  failed: number;
  skipped: number;
  /** One text per failure: the file, the promise that was not kept, and how the error begins. */
  failures: string[];
}

/** Takes away what an earlier run left below `root`. */
export function removeReports(root: string): void {
  for (const file of globSync(everyReport, { cwd: root })) rmSync(`${root}/${file}`);
}

/** Reads what the run left below `root`. */
export function summarize(root: string): Summary {
  const reports = globSync(everyReport, { cwd: root }).map(
    (file) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) as Report,
  );
  const sum = (count: (report: Report) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  return {
    passed: sum((report) => report.numPassedTests),
    failed: sum((report) => report.numFailedTests),
    skipped: sum((report) => report.numPendingTests + report.numTodoTests),
    failures: reports.flatMap(({ testResults }) =>
      testResults.filter(({ status }) => status === 'failed').flatMap((result) => failuresOf(result, root)),
    ),
  };
}

function failuresOf({ name, message, assertionResults }: Report['testResults'][number], root: string): string[] {
  const file = relative(root, name) || dirname(name);
  const broken = assertionResults.filter(({ status }) => status === 'failed');
  // A file that could not be run, or whose set-up failed, has a message of its own.
  if (broken.length === 0) return [`${file}\n${beginningOf(message ?? '')}`];
  return broken.map(
    ({ fullName, failureMessages = [] }) => `${file} > ${fullName}\n${beginningOf(failureMessages.join('\n'))}`,
  );
}

function beginningOf(error: string): string {
  // Of the stack, what is ours.
  const lines = error
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at .*(node_modules|<anonymous>|node:)/.test(line));
  return lines
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');
}
