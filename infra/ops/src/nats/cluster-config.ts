import { renderServerConfig, type Trust } from '@ateneu/messaging/accounts';

/** One server of the cluster. */
export interface ClusterNode {
  /** Its name, which no other has: `nats-1`. */
  readonly name: string;
  /** Where the other servers reach it. */
  readonly host: string;
  readonly clusterPort: number;
}

/** What the configuration of a server of the cluster is made from. Paths are on the server's machine. */
export interface ClusterConfigOptions {
  readonly trust: Trust;
  readonly node: ClusterNode;
  readonly nodes: readonly ClusterNode[];
  /** What the servers say to each other before they trust each other; `user:password`. */
  readonly routeSecret: string;
  readonly host?: string;
  readonly port: number;
  /** Reached by probes and Prometheus alone. */
  readonly monitorPort: number;
  readonly websocketPort: number;
  readonly storeDir: string;
  readonly resolverDir: string;
  /** Certificates; without them everything is in the clear, which is for one machine alone. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string; readonly caFile: string };
  /** The most that streams may take, in bytes: less than the disk. */
  readonly maxStore?: number;
}

const gigabyte = 1024 ** 3;

/**
 * Writes the production configuration of one server: operator mode with the full resolver, JetStream that syncs every
 * write before it acknowledges, TLS for clients, websockets and routes (both ends show their certificates there), and
 * limits on what one client can take.
 */
export function renderClusterConfig(options: ClusterConfigOptions): string {
  const { node, nodes, tls, host = '0.0.0.0' } = options;
  const single = JSON.parse(renderServerConfig({ ...options, serverName: node.name, syncAlways: true })) as {
    jetstream: object;
    websocket: object;
  };
  const certificates =
    tls === undefined ? undefined : { cert_file: tls.certFile, key_file: tls.keyFile, ca_file: tls.caFile };
  const config = {
    ...single,
    jetstream: { ...single.jetstream, max_file_store: options.maxStore ?? 20 * gigabyte },
    ...(certificates === undefined ? {} : { tls: certificates }),
    websocket:
      certificates === undefined
        ? single.websocket
        : { host, port: options.websocketPort, compression: true, tls: certificates },
    cluster: {
      name: 'ateneu',
      host,
      port: node.clusterPort,
      authorization: authorization(options.routeSecret),
      routes: nodes
        .filter(({ name }) => name !== node.name)
        .map((other) => `nats-route://${options.routeSecret}@${other.host}:${other.clusterPort}`),
      ...(certificates === undefined ? {} : { tls: { ...certificates, verify: true } }),
    },
    // One client, whatever it does, takes no more than this of a server.
    max_connections: 2_000,
    max_subscriptions: 10_000,
    max_control_line: 4_096,
    max_pending: 16 * 1024 * 1024,
    write_deadline: '10s',
    ping_interval: '20s',
    // A server that is to stop first sends its clients to the others.
    lame_duck_grace_period: '5s',
    lame_duck_duration: '30s',
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function authorization(secret: string): { user: string; password: string; timeout: number } {
  const [user = '', password = ''] = secret.split(':', 2);
  return { user, password, timeout: 2 };
}
