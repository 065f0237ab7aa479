import { appendFile } from 'node:fs/promises';

import { context, propagation, SpanStatusCode, trace } from '@opentelemetry/api';
import type { ReadableSpan, Span, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';

import type { App } from './app-type.ts';
import type { TracingConfig } from './config.ts';

/** Traces being recorded in this process. */
export interface Tracing {
  /** Sends what is left and records no more. */
  stop(): Promise<void>;
}

type Instrument = (app: App) => Promise<void>;

let instrument: Instrument | undefined;

/**
 * Begins to record traces, once per process, where the configuration or the caller names somewhere for them to go; and
 * does nothing, not even load the libraries, where neither does. To be called before anything is composed.
 *
 * Spans name routes and never addresses, and errors by their class: what people wrote stays out of traces.
 */
export async function startTracing(
  config: Partial<TracingConfig>,
  service: string,
  exporters: readonly SpanExporter[] = [],
): Promise<Tracing> {
  const wanted = [...exporters, ...(await configuredExporters(config))];
  if (wanted.length === 0) return { stop: async () => {} };

  const [sdk, { resourceFromAttributes }, hooks, core] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
  ]);
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'ateneu' }),
    sampler: new sdk.ParentBasedSampler({
      root: new sdk.TraceIdRatioBasedSampler(config.TRACES_SAMPLE_RATIO ?? 1),
    }),
    spanProcessors: [discreet, ...wanted.map((exporter) => new sdk.BatchSpanProcessor({ exporter, ...batches }))],
  });
  context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  instrument = await createInstrument();
  return {
    stop: async () => {
      instrument = undefined;
      await provider.shutdown();
      for (const api of [trace, propagation, context]) api.disable();
    },
  };
}

/** Gives every request a span, where traces are recorded. Before the hooks that look for the span in progress. */
export async function registerTracing(app: App): Promise<void> {
  await instrument?.(app);
}

/** A second is soon enough for whoever looks, and rare enough for whoever stores. */
const batches = { scheduledDelayMillis: 1_000, maxExportBatchSize: 512, maxQueueSize: 8_192 };

async function configuredExporters(config: Partial<TracingConfig>): Promise<SpanExporter[]> {
  const exporters: SpanExporter[] = [];
  if (config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined) {
    const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
    const url = `${config.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, '')}/v1/traces`;
    exporters.push(new OTLPTraceExporter({ url, headers: headersOf(config.OTEL_EXPORTER_OTLP_HEADERS ?? '') }));
  }
  if (config.TRACES_LOG !== undefined) {
    const { JsonTraceSerializer } = await import('@opentelemetry/otlp-transformer');
    exporters.push(fileExporter(config.TRACES_LOG, (spans) => JsonTraceSerializer.serializeRequest(spans)));
  }
  return exporters;
}

/** `name=value,other=value`, as OpenTelemetry has it. */
function headersOf(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('=', 2).map((part) => decodeURIComponent(part.trim())));
  return Object.fromEntries(pairs.flatMap(([name = '', value = '']) => (name === '' ? [] : [[name, value]])));
}

/** Appends each export as one line of OTLP in JSON. Several processes may share the file. */
function fileExporter(path: string, serialize: (spans: ReadableSpan[]) => Uint8Array | undefined): SpanExporter {
  let written = Promise.resolve();
  const append = async (before: Promise<void>, line: string, done: (result: ExportResult) => void): Promise<void> => {
    await before;
    try {
      await appendFile(path, line);
      done({ code: 0 });
    } catch (error) {
      done({ code: 1, error: error as Error });
    }
  };
  return {
    export: (spans, done) => {
      written = append(written, `${Buffer.from(serialize(spans) ?? []).toString('utf8')}\n`, done);
    },
    shutdown: () => written,
    forceFlush: () => written,
  };
}

type ExportResult = Parameters<Parameters<SpanExporter['export']>[1]>[0];

/** Takes out what instrumentation of others puts in: messages of errors, and errors where none is ours. */
const discreet: SpanProcessor = {
  onStart: () => {},
  onEnding: (span: Span) => {
    const status = span.attributes['http.response.status_code'];
    if (typeof status !== 'number') return;
    // What a caller did wrong is no failure of the service.
    if (span.status.code !== SpanStatusCode.UNSET)
      span.setStatus({ code: status >= 500 ? SpanStatusCode.ERROR : SpanStatusCode.OK });
  },
  onEnd: () => {},
  shutdown: async () => {},
  forceFlush: async () => {},
};

async function createInstrument(): Promise<Instrument> {
  const { FastifyOtelInstrumentation } = await import('@fastify/otel');
  const instrumentation = new FastifyOtelInstrumentation({
    instrumentHooks: false,
    instrumentHandler: false,
    recordExceptions: false,
    ignorePaths: ({ url }) => /^\/(health\/|metrics$|metrics\?)/.test(url),
    requestHook: (span, request) => {
      const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
      span.updateName(`${request.method} ${route}`);
      // Addresses hold the secrets of links, and what people search for.
      span.setAttributes({ 'url.path': route, 'ateneu.request_id': request.id });
    },
  });
  return async (app) => {
    await app.register(instrumentation.plugin());
  };
}
