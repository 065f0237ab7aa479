import { z } from 'zod';

/** One span of a trace. */
export interface TracedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly service: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly startMs: number;
  readonly endMs: number;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

const attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) });
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
  status: z.object({ code: z.number().optional() }).optional(),
  attributes: z.array(attribute).optional(),
});
const exportSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute).optional() }).optional(),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })),
    }),
  ),
});

const errorStatus = 2;

/** Reads the spans of a file that services wrote (`TRACES_LOG`): lines of OTLP in JSON. A line cut short is left out. */
export function readSpans(text: string): TracedSpan[] {
  return text.split('\n').flatMap((line) => {
    const parsed = exportSchema.safeParse(parseJson(line));
    if (!parsed.success) return [];
    return parsed.data.resourceSpans.flatMap(({ resource, scopeSpans }) => {
      const service = flat(resource?.attributes)['service.name'] ?? 'unknown';
      return scopeSpans.flatMap(({ spans }) =>
        spans.map((span) => ({
          traceId: span.traceId,
          spanId: span.spanId,
          parentSpanId: span.parentSpanId === '' ? undefined : span.parentSpanId,
          service,
          name: span.name,
          startMs: Number(span.startTimeUnixNano) / 1e6,
          endMs: Number(span.endTimeUnixNano) / 1e6,
          failed: span.status?.code === errorStatus,
          attributes: flat(span.attributes),
        })),
      );
    });
  });
}

function flat(attributes: readonly z.infer<typeof attribute>[] = []): Record<string, string> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, String(Object.values(value)[0])]));
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
