import { GenericContainer, Wait } from 'testcontainers';

import type { PostgresOptions } from './postgres.ts';
import type { RunningService } from './running-service.ts';

/** The public image used where a container engine answers. */
const postgresImage = 'postgres:18';

/** Runs PostgreSQL 18 in a container whose data is in memory and goes with it. */
export async function startPostgresContainer(options: PostgresOptions): Promise<RunningService> {
  const settings = Object.entries(options.settings ?? {}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const container = await new GenericContainer(postgresImage)
    .withEnvironment({
      POSTGRES_PASSWORD: options.password,
      POSTGRES_INITDB_ARGS: '--encoding=UTF8 --locale=C.UTF-8 --no-sync',
    })
    .withTmpFs({ '/var/lib/postgresql': 'rw' })
    .withCommand(['postgres', ...settings])
    .withExposedPorts({ container: 5432, host: options.port })
    // While the image prepares the cluster its server listens on no port.
    .withWaitStrategy(Wait.forListeningPorts())
    .withStartupTimeout(120_000)
    .start();
  const address = `${container.getHost()}:${container.getMappedPort(5432)}`;
  return {
    kind: 'container',
    description: `PostgreSQL 18 in a container (${postgresImage})`,
    url: `postgres://postgres:${encodeURIComponent(options.password)}@${address}/postgres`,
    // The engine looks after the container; its end shows as a broken connection.
    died: new Promise(() => {}),
    stop: async () => {
      await container.stop();
    },
  };
}
