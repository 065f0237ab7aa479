import { renderServerConfig } from '@ateneu/messaging/accounts';
import { GenericContainer, Wait } from 'testcontainers';

import type { NatsOptions } from '../nats.ts';
import type { RunningService } from '../running-service.ts';
import { natsImage } from './found.ts';

/** Runs nats-server in a container, its streams in a folder of this machine. */
export async function startNatsContainer(
  options: NatsOptions & { dataDir: string },
  url: string,
): Promise<RunningService> {
  const inside = { port: 4222, monitorPort: 8222, websocketPort: 8080 };
  const config = renderServerConfig({
    ...inside,
    trust: options.trust,
    storeDir: '/data/jetstream',
    resolverDir: '/data/resolver',
    ...(options.syncAlways === undefined ? {} : { syncAlways: options.syncAlways }),
  });
  const ports = [
    { container: inside.port, host: options.port },
    { container: inside.monitorPort, host: options.monitorPort },
    ...(options.websocketPort === undefined ? [] : [{ container: inside.websocketPort, host: options.websocketPort }]),
  ];
  const user = process.getuid === undefined ? undefined : `${process.getuid()}:${process.getgid?.() ?? 0}`;
  const image = new GenericContainer(natsImage);
  // As whoever we are, or the files would not be ours to remove.
  const container = await (user === undefined ? image : image.withUser(user))
    .withCommand(['--config', '/etc/nats/ateneu.conf'])
    .withCopyContentToContainer([{ content: config, target: '/etc/nats/ateneu.conf' }])
    .withBindMounts([{ source: options.dataDir, target: '/data' }])
    .withExposedPorts(...ports)
    .withWaitStrategy(Wait.forLogMessage(/Server is ready/))
    .start();
  return {
    kind: 'container',
    description: `nats-server in a container (${natsImage})`,
    url,
    // The engine looks after the container; its end shows as a broken connection.
    died: new Promise(() => {}),
    stop: async () => {
      await container.stop();
    },
  };
}
