import type { RouteOptions } from 'fastify';

import type { App } from './app-type.ts';
import type { Authenticators } from './authentication.ts';

/** A route that breaks a rule of the house: the app is not built. */
export class RouteRuleError extends Error {
  override readonly name = 'RouteRuleError';
}

/** Collects the routes as they are declared, and judges them once all are. */
export interface RouteRules {
  /** Routes declared while `work` runs are the kit's own: public, and not the service's to document. */
  exempting(work: () => PromiseLike<unknown>): Promise<void>;
  /** @throws RouteRuleError listing every route that breaks a rule, and which */
  check(authenticators: Authenticators): void;
}

/** Watches the routes of an app: each must say who may call it, and be documented. */
export function watchRoutes(app: App): RouteRules {
  const routes: RouteOptions[] = [];
  let exempt = false;
  app.addHook('onRoute', (route) => {
    if (exempt) {
      route.config = { ...route.config, access: { kind: 'public' } };
      return;
    }
    // Fastify declares a HEAD beside every GET, with the very same options.
    if (route.method !== 'HEAD') routes.push(route);
  });
  return {
    exempting: async (work) => {
      exempt = true;
      try {
        await work();
      } finally {
        exempt = false;
      }
    },
    check: (authenticators) => {
      const complaints = [
        ...routes.flatMap((route) => complaintsAbout(route, authenticators)),
        ...duplicatedOperations(routes),
      ];
      if (complaints.length === 0) return;
      throw new RouteRuleError(`These routes cannot be served:\n${complaints.map((line) => `- ${line}`).join('\n')}`);
    },
  };
}

function complaintsAbout(route: RouteOptions, authenticators: Authenticators): string[] {
  const label = labelOf(route);
  const access = route.config?.access;
  const complaints: string[] = [];
  if (access === undefined) complaints.push('declares no config.access; say who may call it');
  if (access?.kind === 'staff' && access.roles.length === 0) complaints.push('is for staff but names no role');
  if (access?.kind === 'partner' && authenticators.partner === undefined) {
    complaints.push('is for partners, but createApp was given no auth.partner');
  }
  if (route.schema?.hide !== true) complaints.push(...undocumented(route));
  return complaints.map((complaint) => `${label} ${complaint}`);
}

function undocumented(route: RouteOptions): string[] {
  const schema = route.schema ?? {};
  const missing = (['operationId', 'summary', 'description', 'tags'] as const).filter(
    (name) => schema[name] === undefined || schema[name].length === 0,
  );
  const answers = Object.keys((schema.response as Record<string, unknown> | undefined) ?? {});
  return [
    ...(missing.length > 0 ? [`has no schema.${missing.join(', no schema.')}`] : []),
    ...(answers.some((status) => /^[23]/.test(status)) ? [] : ['declares no 2xx or 3xx in schema.response']),
  ];
}

function duplicatedOperations(routes: readonly RouteOptions[]): string[] {
  const byOperation = Map.groupBy(routes, (route) => route.schema?.operationId);
  return [...byOperation]
    .filter(([operation, sharing]) => operation !== undefined && sharing.length > 1)
    .map(([operation, sharing]) => `operationId ${operation} is used by ${sharing.map(labelOf).join(' and ')}`);
}

function labelOf(route: RouteOptions): string {
  return `${[route.method].flat().join(',')} ${route.url}`;
}
