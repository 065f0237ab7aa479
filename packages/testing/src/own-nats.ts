import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePorts, type RunningService, startNats } from '@ateneu/backing-services';
import { createTrust } from '@ateneu/messaging/accounts';

/** A nats-server of one suite's own, which it may stop and start again with what it holds. */
export interface OwnNats {
  /** Variables for the environment of the suite, before it makes its broker. */
  readonly env: { ATENEU_TEST_NATS_URL: string; ATENEU_TEST_TRUST_FILE: string };
  /** Stops the server, and starts it on the same port with the same data. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  close(): Promise<void>;
}

/** Starts a nats-server that no other suite uses. */
export async function startOwnNats(): Promise<OwnNats> {
  const folder = join(tmpdir(), `ateneu-nats-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { recursive: true });
  const [port = 0, monitorPort = 0] = await freePorts(2);
  const trust = await createTrust();
  const trustFile = join(folder, 'trust.json');
  await writeFile(trustFile, JSON.stringify(trust), { mode: 0o600 });
  const start = (): Promise<RunningService> =>
    startNats({ trust, dataDir: join(folder, 'nats'), port, monitorPort, syncAlways: true });
  let server = await start();
  return {
    env: { ATENEU_TEST_NATS_URL: server.url, ATENEU_TEST_TRUST_FILE: trustFile },
    restart: async () => {
      await server.stop();
      server = await start();
    },
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
