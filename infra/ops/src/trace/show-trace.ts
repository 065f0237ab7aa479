import type { TracedSpan } from './read-spans.ts';

/**
 * The trace that is meant: the one whose id begins so, or the newest that has a span of such a name, or the newest.
 */
export function selectTrace(
  spans: readonly TracedSpan[],
  wanted: { id?: string | undefined; name?: string | undefined } = {},
): TracedSpan[] {
  const { id, name } = wanted;
  const fits = (span: TracedSpan): boolean =>
    (id === undefined || span.traceId.startsWith(id)) && (name === undefined || span.name.includes(name));
  const newest = spans.filter(fits).sort((one, other) => other.startMs - one.startMs)[0];
  if (newest === undefined) return [];
  return spans.filter(({ traceId }) => traceId === newest.traceId).sort((one, other) => one.startMs - other.startMs);
}

/** One trace as a tree, every span below the one it followed from. */
export function showTrace(spans: readonly TracedSpan[]): string {
  const [first] = spans;
  if (first === undefined) return 'No such trace.';
  const known = new Set(spans.map(({ spanId }) => spanId));
  const isRoot = (span: TracedSpan): boolean => span.parentSpanId === undefined || !known.has(span.parentSpanId);
  const rows: [string, string, string, string][] = [];
  const add = (span: TracedSpan, depth: number): void => {
    const waited = span.attributes['ateneu.outbox.waited_ms'];
    rows.push([
      `+${ms(span.startMs - first.startMs)}`,
      span.service,
      `${'  '.repeat(depth)}${span.name}${waited === undefined ? '' : ` (${waited} ms in the outbox)`}`,
      `${ms(span.endMs - span.startMs)}${span.failed ? '  FAILED' : ''}`,
    ]);
    for (const child of spans) if (child.parentSpanId === span.spanId) add(child, depth + 1);
  };
  for (const span of spans) if (isRoot(span)) add(span, 0);

  const services = new Set(spans.map(({ service }) => service));
  const last = Math.max(...spans.map(({ endMs }) => endMs));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [
    `trace ${first.traceId}: ${spans.length} spans, ${services.size} services, ${ms(last - first.startMs)}`,
    ...rows.map(([at, service, name, took]) =>
      `${at.padStart(widths[0] ?? 0)}  ${service.padEnd(widths[1] ?? 0)}  ${name.padEnd(widths[2] ?? 0)}  ${took}`.trimEnd(),
    ),
  ].join('\n');
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
