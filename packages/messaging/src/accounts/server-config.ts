import type { Trust } from './trust.ts';

/** Where and how a server runs. Paths are on the server's machine. */
export interface ServerConfigOptions {
  trust: Trust;
  serverName?: string;
  /** The address to listen on; `0.0.0.0` by default. */
  host?: string;
  port: number;
  /** HTTP monitoring (`/healthz`, `/jsz`, …); none without. */
  monitorPort?: number;
  /** For partners behind firewalls; without TLS, so only behind a proxy that has it, or on one machine. */
  websocketPort?: number;
  /** Where JetStream keeps its files. */
  storeDir: string;
  /** Where the resolver keeps account claims. */
  resolverDir: string;
  /** Sync every write to disk before acknowledging it. Required in production. */
  syncAlways?: boolean;
}

/**
 * Writes a nats-server configuration in operator mode with the full resolver: the server keeps the claims it is handed
 * and answers for them, so that a partner is added without a restart. JSON is valid NATS configuration.
 */
export function renderServerConfig(options: ServerConfigOptions): string {
  const { trust, host = '0.0.0.0' } = options;
  const config = {
    server_name: options.serverName ?? 'ateneu',
    host,
    port: options.port,
    ...(options.monitorPort === undefined ? {} : { http: `${host}:${options.monitorPort}` }),
    ...(options.websocketPort === undefined
      ? {}
      : { websocket: { host, port: options.websocketPort, no_tls: true, compression: true } }),
    max_payload: 1024 * 1024,
    jetstream: { store_dir: options.storeDir, ...(options.syncAlways === true ? { sync_interval: 'always' } : {}) },
    operator: trust.operator.jwt,
    system_account: trust.system.publicKey,
    resolver: { type: 'full', dir: options.resolverDir, allow_delete: true, interval: '2m' },
    resolver_preload: { [trust.system.publicKey]: trust.system.jwt, [trust.core.publicKey]: trust.core.jwt },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
