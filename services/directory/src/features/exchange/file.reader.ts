import { type Readable, Transform } from 'node:stream';
import { text as readText } from 'node:stream/consumers';

import { kitErrors } from '@ateneu/service-kit';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';

import { importEncodingWrong, importMalformed } from './exchange.errors.ts';
import { unguardCell } from './formula.safety.ts';

/** A line of a file: its number (a feature's, in GeoJSON) and its cells by the file's own columns. */
export interface FileLine {
  line: number;
  record: Record<string, string>;
}

/** What a file is read as. */
export interface FileFormat {
  format: 'csv' | 'geojson';
  /** What is between the cells of a CSV. */
  delimiter: string;
}

/** The most a file may weigh, in bytes. */
export const maxFileBytes = 20 * 1_024 * 1_024;
/** The most a line of CSV may weigh, in characters. */
const maxLineLength = 200_000;

/**
 * Reads a file as it comes in, and never holds more than a bounded part of it. `onHeader` hears the columns before the
 * first line.
 *
 * @throws RequestError `kit.request.too-large`; DomainError `directory.import.encoding` or `.malformed`
 */
export async function* readFile(
  body: Readable,
  { format, delimiter }: FileFormat,
  onHeader: (columns: readonly string[]) => void,
): AsyncGenerator<FileLine> {
  const decoded = chain(body, bounded(), decoder());
  if (format === 'geojson') yield* readFeatures(await readText(decoded), onHeader);
  else yield* readCsv(decoded, delimiter, onHeader);
}

async function* readCsv(
  decoded: Readable,
  delimiter: string,
  onHeader: (columns: readonly string[]) => void,
): AsyncGenerator<FileLine> {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    columns: (header: string[]) => {
      const columns = header.map((column) => column.trim());
      onHeader(columns);
      return columns;
    },
    skip_empty_lines: true,
    max_record_size: maxLineLength,
  });
  decoded.on('error', (error) => parser.destroy(error));
  decoded.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      const cells = Object.entries(record).map(([column, cell]) => [column, unguardCell(cell)]);
      yield { line: info.lines, record: Object.fromEntries(cells) as Record<string, string> };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw importMalformed({ line: Number(error['lines'] ?? 1), reason: reasonOf(error.code) }, { cause: error });
  }
}

/** The reader's own name of what is wrong, which is the same in every language: `quote not closed`. */
function reasonOf(code: string): string {
  return code.replace(/^CSV_/, '').replaceAll('_', ' ').toLowerCase();
}

const featureSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2) }).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
const collectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

function* readFeatures(text: string, onHeader: (columns: readonly string[]) => void): Generator<FileLine> {
  const features = featuresOf(text);
  const columns = new Set(['id', 'longitude', 'latitude']);
  const lines = features.map((candidate, index) => {
    const feature = featureSchema.safeParse(candidate);
    if (!feature.success) throw importMalformed({ line: index + 1, reason: 'not a point feature' });
    const { id, geometry, properties } = feature.data;
    const [longitude = '', latitude = ''] = geometry?.coordinates ?? [];
    const cells = Object.entries({ id: id ?? '', ...properties, longitude, latitude });
    for (const [column] of cells) columns.add(column);
    const record = Object.fromEntries(cells.map(([column, value]) => [column, asText(value)]));
    if (!isStorable(JSON.stringify(record))) throw importEncodingWrong();
    return { line: index + 1, record };
  });
  onHeader([...columns]);
  yield* lines;
}

function featuresOf(text: string): readonly unknown[] {
  try {
    return collectionSchema.parse(JSON.parse(text.replace(/^\ufeff/, ''))).features;
  } catch (cause) {
    throw importMalformed({ line: 1, reason: 'not a GeoJSON feature collection' }, { cause });
  }
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** JSON writes NUL and lone surrogates as escapes, and PostgreSQL takes neither. */
function isStorable(json: string): boolean {
  return !/\\u0000|\\ud[89a-f]/i.test(json.replaceAll('\\\\', ''));
}

function bounded(): Transform {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      if (bytes > maxFileBytes) done(kitErrors.requestTooLarge());
      else done(null, chunk);
    },
  });
}

/** Text of the bytes, which must be UTF-8 without NUL: what a wrong encoding gives is not guessed at. */
function decoder(): Transform {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (chunk: Buffer | undefined): string => {
    try {
      const text = chunk === undefined ? utf8.decode() : utf8.decode(chunk, { stream: true });
      if (!text.includes('\0')) return text;
    } catch (cause) {
      throw importEncodingWrong({}, { cause });
    }
    throw importEncodingWrong();
  };
  return new Transform({
    decodeStrings: true,
    transform: (chunk: Buffer, _encoding, done) => attempt(() => decode(chunk), done),
    flush: (done) => attempt(() => decode(undefined), done),
  });
}

function attempt(work: () => string, done: (error: Error | null, text?: string) => void): void {
  try {
    done(null, work());
  } catch (error) {
    done(error as Error);
  }
}

/**
 * Lets the body flow through the parts. What breaks ends the parts behind it and leaves the body alone: whoever sends it
 * is still to be answered on its connection.
 */
function chain(body: Readable, ...parts: readonly Transform[]): Readable {
  return parts.reduce<Readable>((source, part) => {
    source.on('error', (error) => part.destroy(error));
    return source.pipe(part);
  }, body);
}
