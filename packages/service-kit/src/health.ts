import type { App } from './app-type.ts';

/** Says which parts a service needs and whether each answers, by name: `{ database: true, broker: false }`. */
export type Readiness = () => Promise<Record<string, boolean>>;

const internal = { schema: { hide: true }, config: { access: { kind: 'public' }, rateLimit: false } } as const;

/**
 * `/health/live`: the process answers. `/health/ready`: it can do its work; 503 with the names of the parts that fail
 * while one does, while the app is leaving, and where the parts take more than `timeoutMs` to tell.
 */
export function registerHealth(app: App, readiness: Readiness, timeoutMs = 2_000): void {
  app.get('/health/live', internal, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  );
  app.get('/health/ready', internal, async (request, reply) => {
    const failing = app.isLeaving ? ['shutting-down'] : await failingParts(readiness, timeoutMs, request.log);
    const ready = failing.length === 0;
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(ready ? { status: 'ready' } : { status: 'not-ready', failing });
  });
}

async function failingParts(
  readiness: Readiness,
  timeoutMs: number,
  log: { warn(details: object, message: string): void },
): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Readiness took more than ${timeoutMs} ms.`)), timeoutMs);
  });
  try {
    const parts = await Promise.race([readiness(), late]);
    return Object.entries(parts)
      .filter(([, answers]) => !answers)
      .map(([name]) => name);
  } catch (error) {
    log.warn({ err: error }, 'Readiness could not be told.');
    return ['readiness'];
  } finally {
    clearTimeout(timer);
  }
}
