import { type Answer, settle } from './answer.ts';
import type { Clients } from './clients.ts';
import type { paths } from './generated/training.ts';
import type { justifying } from './justification.ts';
import { patiently } from './patience.ts';

/** A service that has a part of the workbook. */
export type Justifying = (typeof justifying)[number];

type Path = '/v1/staff/justification/{call}/workbooks/{id}';
type Body<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer B } } } };
}
  ? B
  : never;

/** Where a kept part stands. */
export type KeptPart = Body<Path>;
/** What was to be mended in it. */
export type KeptProblems = Body<`${Path}/problems`>;
/** What changed since. */
export type KeptChanges = Body<`${Path}/changes`>;

/** Which one. */
export interface KeptId {
  readonly call: string;
  readonly id: string;
}

/** Both services describe these routes alike, because one package makes them. */
function alike(client: unknown): Clients['training'] {
  return client as Clients['training'];
}

/** Kept parts of the workbook, in one of the services that have one. */
export function keptWorkbooks(api: Clients, service: Justifying) {
  const client = alike(api[service]);
  const at = (path: KeptId) => ({ params: { path } });
  return {
    /** Begins it, or begins it again where it failed. */
    keep: (path: KeptId) => settle(client.PUT('/v1/staff/justification/{call}/workbooks/{id}', at(path))),
    get: (path: KeptId): Promise<Answer<KeptPart>> =>
      settle(client.GET('/v1/staff/justification/{call}/workbooks/{id}', at(path))),
    list: (call: string) =>
      settle(client.GET('/v1/staff/justification/{call}/workbooks', { params: { path: { call } } })),
    part: (path: KeptId) =>
      settle(client.GET('/v1/staff/justification/{call}/workbooks/{id}/part', { ...at(path), fetch: patiently })),
    problems: (path: KeptId): Promise<Answer<KeptProblems>> =>
      settle(client.GET('/v1/staff/justification/{call}/workbooks/{id}/problems', at(path))),
    changes: (path: KeptId, to: string | undefined): Promise<Answer<KeptChanges>> =>
      settle(
        client.GET('/v1/staff/justification/{call}/workbooks/{id}/changes', {
          params: { path, query: to === undefined ? {} : { to } },
        }),
      ),
    mark: (path: KeptId, body: { on: string; note?: string }) =>
      settle(client.PUT('/v1/staff/justification/{call}/workbooks/{id}/sent', { ...at(path), body })),
    unmark: (path: KeptId) => settle(client.DELETE('/v1/staff/justification/{call}/workbooks/{id}/sent', at(path))),
  };
}
