import type { Language } from '@ateneu/kernel';
import type { FastifyRequest } from 'fastify';
import createClient, { type Client } from 'openapi-fetch';

import type { Config } from '../config.ts';
import type { paths as AccompanimentPaths } from './generated/accompaniment.ts';
import type { paths as DirectoryPaths } from './generated/directory.ts';
import type { paths as NotificationsPaths } from './generated/notifications.ts';
import type { paths as TrainingPaths } from './generated/training.ts';
import { services, type UpstreamName } from './services.ts';

/** The services' APIs as one caller reaches them. */
export interface Clients {
  readonly directory: Client<DirectoryPaths>;
  readonly training: Client<TrainingPaths>;
  readonly accompaniment: Client<AccompanimentPaths>;
  readonly notifications: Client<NotificationsPaths>;
}

/** Who calls the services, and how they are to answer. */
export interface Caller {
  readonly request: Pick<FastifyRequest, 'ip' | 'operation'>;
  readonly language: Language;
  /** A staff token or a partner's API key. */
  readonly bearer?: string | undefined;
}

/** Makes the clients of one request. */
export type ClientFactory = (caller: Caller) => Clients;

/**
 * Clients that say for whom they call (the services limit rates by address, answer in the reader's language, and log under
 * the same correlation), and that give up after the configured time.
 */
export function createClientFactory(config: Config): ClientFactory {
  const upstreams: Record<UpstreamName, string> = {
    directory: config.UPSTREAM_DIRECTORY,
    training: config.UPSTREAM_TRAINING,
    accompaniment: config.UPSTREAM_ACCOMPANIMENT,
    notifications: config.UPSTREAM_NOTIFICATIONS,
  };
  const { host, protocol } = new URL(config.PUBLIC_URL);
  return ({ request, language, bearer }) => {
    const { correlationId, traceparent } = request.operation;
    const headers = {
      'accept-language': language,
      'x-correlation-id': correlationId,
      'x-forwarded-for': request.ip,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
      ...(traceparent === undefined ? {} : { traceparent }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    };
    const entries = services.map((name) => [
      name,
      createClient({
        baseUrl: upstreams[name],
        headers,
        fetch: (call) =>
          fetch(call, { signal: AbortSignal.any([call.signal, AbortSignal.timeout(config.UPSTREAM_TIMEOUT_MS)]) }),
      }),
    ]);
    return Object.fromEntries(entries);
  };
}
