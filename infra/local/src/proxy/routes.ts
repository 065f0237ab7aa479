import { z } from 'zod';

import table from '../../../proxy/routes.json' with { type: 'json' };

/** One part of the platform behind the origin. */
export interface Route {
  readonly name: string;
  /** The first segment of its paths at the origin, with its slash; `/` alone for what takes every other path. */
  readonly prefix: string;
  /** Whether the part itself knows nothing of the prefix. */
  readonly strip: boolean;
  /** Whether it is one of the platform's services, with an API, its documentation, health and metrics. */
  readonly service: boolean;
  /** What people call it, in Catalan. */
  readonly title: string;
}

const tableSchema = z.array(
  z.object({
    name: z.string(),
    prefix: z.string().regex(/^\/[a-z-]*$/),
    strip: z.boolean(),
    service: z.boolean(),
    title: z.string(),
  }),
);

/** The table in `infra/proxy/routes.json`, which every way of running the platform shares. */
export const routes: readonly Route[] = tableSchema.parse(table);

/** The variable that says where a part answers: `UPSTREAM_DIRECTORY`. */
export function upstreamVariable(route: Pick<Route, 'name'>): string {
  return `UPSTREAM_${route.name.toUpperCase()}`;
}
