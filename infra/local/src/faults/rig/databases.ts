import { republish } from '@ateneu/messaging';
import { openDatabase } from '@ateneu/persistence';
import pg from 'pg';

import type { Secrets } from '../../platform/secrets.ts';
import { localHost } from '../../platform/service-environment.ts';
import { type ServiceName, serviceNames } from '../../settings.ts';

/** The services' databases, looked into from outside. */
export interface Databases {
  /** @throws the driver's error while the server is away */
  query<Row extends pg.QueryResultRow>(service: ServiceName, text: string, values?: unknown[]): Promise<Row[]>;
  /** Puts what a service published in the last seconds back to its relay. Returns how many events. */
  republishLast(service: ServiceName, seconds: number): Promise<number>;
  close(): Promise<void>;
}

/** @param adminUrl a superuser's address of any database of the cluster */
export function createDatabases(adminUrl: string, secrets: Secrets, port: number): Databases {
  const pools = new Map(
    serviceNames.map((service) => {
      const url = new URL(adminUrl);
      url.pathname = `/${service}`;
      const pool = new pg.Pool({
        connectionString: url.href,
        max: 2,
        connectionTimeoutMillis: 2_000,
        query_timeout: 10_000,
        application_name: 'faults',
      });
      // An idle connection that the server's end takes with it.
      pool.on('error', () => {});
      return [service, pool] as const;
    }),
  );
  return {
    query: async <Row extends pg.QueryResultRow>(service: ServiceName, text: string, values: unknown[] = []) => {
      const pool = pools.get(service);
      if (pool === undefined) throw new TypeError(`${service} has no database.`);
      return (await pool.query<Row>(text, values)).rows;
    },
    republishLast: async (service, seconds) => {
      const database = await openDatabase({
        url: `postgres://${service}:${secrets.postgres[service]}@${localHost}:${port}/${service}`,
        entities: [],
        migrations: [],
        applicationName: 'faults-republish',
        poolSize: 1,
      });
      database.pool.on('error', () => {});
      try {
        const to = new Date();
        return await republish(database, { from: new Date(to.getTime() - seconds * 1_000), to });
      } finally {
        await database.close();
      }
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}
