import type { Access } from './access.ts';
import { problemMediaType } from './problem.ts';
import { titleOf } from './refusal.ts';
import { tidySchemas, withoutUnusedSchemas } from './openapi-schemas.ts';

/** What this file needs to know of an OpenAPI document. */
export interface OpenApiDocument {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, unknown>; responses?: Record<string, unknown>; [part: string]: unknown };
  tags?: { name: string; description?: string }[];
  [part: string]: unknown;
}

interface Operation {
  tags?: string[];
  parameters?: { in: string; name: string; [part: string]: unknown }[];
  requestBody?: unknown;
  responses?: Record<string, unknown>;
  'x-route'?: { access?: Access; ifMatch?: true; idempotent?: true };
  [part: string]: unknown;
}

/**
 * Finishes a document: every operation gets the problem answers that its access and input make possible and the headers
 * that its config declares, tags get their descriptions, and schemas that nothing uses go.
 */
export function completeDocument(document: OpenApiDocument, tags: Readonly<Record<string, string>>): OpenApiDocument {
  const used = new Set<number>();
  const names = new Set<string>();
  const paths = Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => {
          for (const tag of operation.tags ?? []) names.add(tag);
          return [method, completeOperation(operation, used)];
        }),
      ),
    ]),
  );
  const responses = Object.fromEntries(
    [...used].toSorted((left, right) => left - right).map((status) => [`Problem${status}`, problemResponse(status)]),
  );
  const complete: OpenApiDocument = {
    ...document,
    tags: [...names].toSorted().map((name) => tagOf(name, tags[name])),
    paths,
    components: { ...document.components, responses: { ...responses, Problem: problemResponse(undefined) } },
  };
  return tidySchemas(withoutUnusedSchemas(complete));
}

function tagOf(name: string, description: string | undefined): { name: string; description?: string } {
  return description === undefined ? { name } : { name, description };
}

function completeOperation({ 'x-route': route = {}, ...operation }: Operation, used: Set<number>): Operation {
  const statuses = problemStatuses(operation, route);
  for (const status of statuses) used.add(status);
  const problems = Object.fromEntries(
    statuses.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]),
  );
  const parameters = [...(operation.parameters ?? []), ...headerParameters(route)];
  return {
    ...operation,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: { ...problems, default: { $ref: '#/components/responses/Problem' }, ...operation.responses },
  };
}

function problemStatuses(operation: Operation, route: NonNullable<Operation['x-route']>): number[] {
  const kind = route.access?.kind;
  const addressed = operation.parameters?.some((parameter) => parameter.in === 'path') ?? false;
  const input = operation.requestBody !== undefined || (operation.parameters?.length ?? 0) > 0;
  const possible: [number, boolean][] = [
    [400, input || route.idempotent === true],
    [401, kind === 'staff' || kind === 'partner'],
    [403, kind === 'staff'],
    [404, addressed],
    [410, kind === 'link'],
    [412, route.ifMatch === true],
    [413, operation.requestBody !== undefined],
    [415, operation.requestBody !== undefined],
    [428, route.ifMatch === true],
    [429, true],
    [503, true],
  ];
  return possible.filter(([, may]) => may).map(([status]) => status);
}

function headerParameters(route: NonNullable<Operation['x-route']>): NonNullable<Operation['parameters']> {
  return [
    {
      in: 'header',
      name: 'Accept-Language',
      required: false,
      schema: { type: 'string', default: 'ca' },
      description: 'Language of what is written for people: `ca`, `es` or `en`.',
    },
    ...(route.ifMatch === true
      ? [
          {
            in: 'header',
            name: 'If-Match',
            required: true,
            schema: { type: 'string' },
            description: 'The `ETag` of the version that was read.',
          },
        ]
      : []),
    ...(route.idempotent === true
      ? [
          {
            in: 'header',
            name: 'Idempotency-Key',
            required: false,
            schema: { type: 'string', minLength: 1, maxLength: 255 },
            description: 'Makes the request safe to repeat: the same key gives the first answer again.',
          },
        ]
      : []),
  ];
}

function problemResponse(status: number | undefined): object {
  return {
    description: status === undefined ? 'Any other problem.' : `${titleOf(status, 'en')}.`,
    ...(status === 429 || status === 503
      ? { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.' } } }
      : {}),
    content: { [problemMediaType]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
