import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { services, type UpstreamName } from '../src/upstream/services.ts';

/** As much of an OpenAPI document as making types from it takes. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, unknown>>;
  [part: string]: unknown;
}

/** The documents of all services, by name. */
export type Documents = Readonly<Record<UpstreamName, OpenApiDocument>>;

const source = join(import.meta.dirname, '../src');

/** Where the types of one service's API are kept. */
export function typesFile(service: UpstreamName): string {
  return join(source, 'upstream/generated', `${service}.ts`);
}

/** Reads every service's document through the platform's origin. */
export async function readDocuments(origin: string): Promise<Documents> {
  const entries = services.map(async (service) => {
    const response = await fetch(`${origin}/${service}/openapi.json`);
    if (!response.ok) throw new Error(`${service} answered ${response.status} for its document.`);
    return [service, await response.json()] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Documents;
}

/**
 * Writes the types of what this service's code calls, and of nothing else: a change elsewhere in an API is no drift here.
 * Descriptions stay in the documents.
 */
export async function clientTypes(documents: Documents): Promise<ReadonlyMap<UpstreamName, string>> {
  // Only tools need the generator, which brings the TypeScript compiler that has an API.
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const used = await usedOperations();
  const files = services.map(async (service) => {
    const document = strip(onlyUsed(documents[service], used)) as object;
    const nodes = await openapiTS(structuredClone(document) as never, { alphabetize: true });
    const text = `/* oxlint-disable */\n// Made by \`npm run generate -w services/web\`: what this service calls of ${service}.\n\n${astToString(nodes)}`;
    return [service, text] as const;
  });
  return new Map(await Promise.all(files));
}

/** `GET /v1/sessions` for every call in the code. */
async function usedOperations(): Promise<ReadonlySet<string>> {
  const files = (await readdir(source, { recursive: true, withFileTypes: true })).filter(
    (file) => file.isFile() && file.name.endsWith('.ts') && !file.parentPath.endsWith('generated'),
  );
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\.(GET|POST|PUT|PATCH|DELETE)\(\s*'(\/v1\/[^']+)'/g)].map(
        ([, method, path]) => `${method} ${path}`,
      ),
    ),
  );
}

function onlyUsed(document: OpenApiDocument, used: ReadonlySet<string>): OpenApiDocument {
  const paths = Object.entries(document.paths).flatMap(([path, operations]) => {
    const kept = Object.entries(operations).filter(([method]) => used.has(`${method.toUpperCase()} ${path}`));
    return kept.length === 0 ? [] : [[path, Object.fromEntries(kept)] as const];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

const wordy = new Set(['description', 'summary', 'example', 'examples', 'title', 'tags', 'operationId']);

/** Takes the prose out, and the other formats of an answer that is also JSON. */
function strip(value: unknown, inside = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    // Below `properties` a name is a field's, whatever it is called.
    ([name, part]) =>
      inside === 'properties' || !(wordy.has(name) && (typeof part === 'string' || /^(examples?|tags)$/.test(name))),
  );
  const json = inside === 'content' ? entries.filter(([name]) => name === 'application/json') : [];
  return Object.fromEntries(
    (json.length > 0 ? json : entries).map(([name, part]) => [name, strip(part, inside === 'properties' ? '' : name)]),
  );
}

/** Text as the repository's formatter writes it. */
export function format(text: string): string {
  const formatter = join(import.meta.dirname, '../../../node_modules/.bin/oxfmt');
  return execFileSync(formatter, ['--stdin-filepath=generated.ts'], { input: text, encoding: 'utf8' });
}
