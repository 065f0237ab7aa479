import type { DoubtfulMails } from './check/mails.ts';
import type { Violation } from './check/violation.ts';
import type { History } from './history.ts';
import { expected } from './inject/expected.ts';
import { type FaultKind, faultKinds } from './inject/faults.ts';
import type { FaultRecord } from './inject/recovery.ts';

/** What was counted at the end. */
export interface Totals {
  readonly events: number;
  readonly streamed: number;
  readonly partnerEvents: number;
  readonly partnerRepeats: number;
  readonly deadLetters: number;
  readonly mails: number;
  readonly doubtful: DoubtfulMails;
  readonly quietMs: number;
}

/** A table in Markdown, as wide as its cells. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(lines[0] ?? []), rule, ...lines.slice(1).map((cells) => line(cells))].join('\n');
}

/** Faults by kind, with median and longest times until all was well. */
export function faultTable(records: readonly FaultRecord[]): string {
  const rows = faultKinds
    .map((kind: FaultKind) => [kind, records.filter((record) => record.kind === kind)] as const)
    .filter(([, found]) => found.length > 0)
    .map(([kind, found]) => [
      kind,
      found.length,
      ...spread(found.map((record) => record.writesMs)),
      ...spread(found.map((record) => record.caughtUpMs)),
    ]);
  return table(
    ['fault', 'times', 'next write, median s', 'longest s', 'consumers caught up, median s', 'longest s'],
    rows,
  );
}

/** A killed process is still missed after it is dead, for about as long as it takes to start. */
const missedForMs = 3_000;

/** What people were to notice of each kind of fault, and what single tries met while it lasted. */
export function behaviourTable(records: readonly FaultRecord[], { tries }: History): string {
  const rows = faultKinds.flatMap((kind: FaultKind) => {
    const found = records.filter((record) => record.kind === kind);
    if (found.length === 0) return [];
    const met = tries.filter(({ at }) =>
      found.some((record) => at >= record.at && at <= Math.max(record.endedAt, record.at + missedForMs)),
    );
    const hit = new Set(found.map(({ service }) => service));
    const [others, own] = [
      met.filter(({ service }) => !hit.has(undefined) && !hit.has(service)),
      met.filter(({ service }) => hit.has(undefined) || hit.has(service)),
    ];
    return [[kind, expected[kind], outcomes(own), others.length === 0 ? '' : outcomes(others)]];
  });
  return table(['fault', 'what is to be noticed', 'the services it hits', 'the others'], rows);
}

/** `120 answered, 4 × 503, 2 silent`. */
function outcomes(tries: readonly { status: number | undefined }[]): string {
  const answered = tries.filter(({ status }) => status !== undefined && status < 500).length;
  const away = tries.filter(({ status }) => status === 503).length;
  const silent = tries.filter(({ status }) => status === undefined).length;
  const others = tries.length - answered - away - silent;
  const parts = [`${answered} answered`];
  if (away > 0) parts.push(`${away} × 503`);
  if (silent > 0) parts.push(`${silent} silent`);
  if (others > 0) parts.push(`${others} × another 5xx`);
  return parts.join(', ');
}

/** Operations by kind and how they ended for the client. */
export function operationTable({ operations }: History): string {
  const kinds = [...new Set(operations.map((operation) => operation.kind))].toSorted();
  const rows = kinds.map((kind) => {
    const own = operations.filter((operation) => operation.kind === kind);
    const ended = (outcome: string): number => own.filter((operation) => operation.outcome === outcome).length;
    const slowest = Math.max(...own.map((operation) => operation.endedAt - operation.begunAt));
    return [
      kind,
      ended('acknowledged'),
      ended('refused'),
      ended('unknown'),
      own.reduce((sum, operation) => sum + operation.tries - 1, 0),
      (slowest / 1_000).toFixed(1),
    ];
  });
  return table(['operation', 'acknowledged', 'refused', 'no answer', 'retries', 'slowest s'], rows);
}

/** What there was at the end, in lines. */
export function totalLines(history: History, totals: Totals): string {
  const { doubtful } = totals;
  const answers = [...history.answers]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([status, times]) => `${status} × ${times}`);
  return [
    `HTTP answers: ${answers.join(', ')}`,
    `events written ${totals.events}; messages in the streams ${totals.streamed}; forged ${history.forged.length}; dead letters ${totals.deadLetters}`,
    `the partner saw ${totals.partnerEvents} events, and ${totals.partnerRepeats} of them again`,
    `e-mails caught ${totals.mails}; deliveries in doubt (possibly-sent) ${doubtful.deliveries}, of which ${doubtful.arrived} arrived once and ${doubtful.doubled} more than once`,
    `all at rest ${(totals.quietMs / 1_000).toFixed(1)} s after the last fault`,
  ].join('\n');
}

/** Violations by rule: how many, and the first of each. */
export function violationLines(violations: readonly Violation[], shown = 10): string {
  const rules = [...new Set(violations.map((violation) => violation.rule))];
  return rules
    .map((rule) => {
      const found = violations.filter((violation) => violation.rule === rule);
      const lines = found.slice(0, shown).map((violation) => `  ${violation.detail}`);
      const more = found.length > shown ? [`  … and ${found.length - shown} more`] : [];
      return [`${rule}: ${found.length}`, ...lines, ...more].join('\n');
    })
    .join('\n');
}

function spread(values: readonly (number | undefined)[]): [string, string] {
  const known = values.filter((value) => value !== undefined).toSorted((left, right) => left - right);
  const seconds = (value: number | undefined): string => (value === undefined ? '–' : (value / 1_000).toFixed(1));
  return [seconds(known[Math.floor((known.length - 1) / 2)]), seconds(known.at(-1))];
}
