import { type App, type AppOptions, createApp, createLogger, type Role } from '../src/index.ts';

/** A configuration that reaches nothing. */
export const testConfig: AppOptions['config'] = {
  PUBLIC_URL: 'http://localhost:4000',
  CORS_ORIGINS: ['https://web.example'],
  TRUST_PROXY: false,
  RATE_LIMIT_PER_MINUTE: 10_000,
  OIDC_ISSUER: 'http://127.0.0.1:1/issuer',
  OIDC_AUDIENCE: 'ateneu-api',
  OIDC_JWKS_URL: undefined,
};

/** Lines that a logger wrote, as text. */
export interface LogLines {
  lines: string[];
  write(line: string): void;
}

/** Somewhere to keep what is logged. */
export function keepLog(): LogLines {
  const lines: string[] = [];
  return {
    lines,
    write: (line) => {
      lines.push(line);
    },
  };
}

/** Builds an app of these routes. Close it, or use `await using`. */
export async function testApp(
  routes: AppOptions['routes'],
  options: Partial<Omit<AppOptions, 'config'>> & { config?: Partial<AppOptions['config']>; log?: LogLines } = {},
): Promise<App & AsyncDisposable> {
  const { config, log, ...rest } = options;
  const app = await createApp({
    service: { name: 'training', title: 'Training', description: 'For tests.', version: '1.0.0' },
    logger: createLogger({
      service: 'training',
      level: log === undefined ? 'silent' : 'trace',
      ...(log === undefined ? {} : { destination: log }),
    }),
    readiness: async () => ({ database: true }),
    ...rest,
    config: { ...testConfig, ...config },
    routes,
  });
  return Object.assign(app, { [Symbol.asyncDispose]: async () => app.close() });
}

/** Listens on a free port of this machine, and says which. */
export async function listen(app: App): Promise<number> {
  return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
}

/** The documentation that every route needs. */
export function documented(operationId: string) {
  return { operationId, tags: ['Tests'], summary: operationId, description: 'For tests.' };
}

export const anybody = { access: { kind: 'public' } } as const;

/** Access for staff of a role. */
export function staff(role: Role) {
  return { access: { kind: 'staff', roles: [role] } } as const;
}
