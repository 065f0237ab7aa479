/**
 * `npm run ateneu -- rehearse rollout --ref <git ref>`: each service is rolled from that version to this one and back
 * while people read and write through the origin: the new instance beside the old, the old one told to stop once the new
 * one is ready. Ends with 1 where one request failed, or a message was lost or doubled. The folder to work in and the ref
 * are given.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { runPlatform } from '@ateneu/local/platform/platform';
import { keepSecrets, keepTrust } from '@ateneu/local/platform/secrets';
import { inheritedEnvironment, serviceEnvironment } from '@ateneu/local/platform/service-environment';
import { createProxyApp } from '@ateneu/local/proxy/app';
import { routes } from '@ateneu/local/proxy/routes';
import { createMail } from '@ateneu/local/scenario/mail';
import { readSettings, type ServiceName, serviceNames } from '@ateneu/local/settings';

import { freeBlock } from '../free-ports.ts';
import { quiet } from '../quiet.ts';
import { layOut } from '../versions/release.ts';
import { type Instance, migrate, startInstance, type Version } from '../versions/running-service.ts';
import { createPeople } from './people.ts';
import { startTraffic, type Traffic } from './traffic.ts';

/** Longer than the origin takes to see that an instance is leaving. */
const graceMs = 2_000;
/** Of each kind of request: enough that each moment of a roll-out has some under way. */
const perSecond = 4;
/** Traffic on the new version before it is rolled back, and the other way round. */
const settleMs = 2_000;

const [folder = '', ref = 'HEAD'] = process.argv.slice(2);
const base = await freeBlock();
const settings = readSettings({ ATENEU_DATA_DIR: folder, ATENEU_PORT_BASE: String(base) });
const newer: Version = { title: 'this version', root: settings.paths.root };
const older: Version = { title: ref, root: join(folder, 'older') };
/** Each service has two addresses, and the origin knows both. */
const portsOf = (name: ServiceName): readonly [number, number] => [
  settings.ports.services[name],
  settings.ports.services[name] + 20,
];
const front = `http://127.0.0.1:${base + 30}`;

console.log(`${ref} is ${(await layOut(newer.root, ref, older.root)).slice(0, 10)}; its packages are installed.`);
const platform = runPlatform(settings, quiet, {});
const origin = createProxyApp({
  routes,
  upstreamsOf: ({ name }) =>
    serviceNames.some((service) => service === name)
      ? portsOf(name as ServiceName).map((port) => `http://127.0.0.1:${port}`)
      : [`http://127.0.0.1:${settings.ports.issuer}`],
  landing: { origin: front, issuer: settings.issuer, natsUrl: '', natsWebsocketUrl: '' },
  readDocument: () => Promise.resolve(undefined),
});
const running = new Map<ServiceName, { instance: Instance; at: 0 | 1 }>();
let traffic: Traffic | undefined;
let failures = 0;
try {
  const { issuer, mail } = await platform.started;
  const secrets = await keepSecrets(settings.paths.secretsFile);
  const trust = await keepTrust(settings.paths.trustFile);
  await mkdir(settings.paths.logs, { recursive: true });
  const environmentOf = (name: ServiceName, at: 0 | 1): NodeJS.ProcessEnv => ({
    ...inheritedEnvironment(process.env),
    ...serviceEnvironment(name, { settings, secrets, trust }),
    PORT: String(portsOf(name)[at]),
    PUBLIC_URL: front,
    DOCUMENTS_FOLDER: join(folder, 'documents'),
    SHUTDOWN_GRACE_MS: String(graceMs),
    RATE_LIMIT_PER_MINUTE: '1000000',
    INTAKE_PER_MINUTE: '1000000',
    PROPOSALS_PER_MINUTE: '1000000',
  });
  for (const name of serviceNames) {
    await migrate(name, older, environmentOf(name, 0));
    running.set(name, {
      instance: await startInstance(name, older, environmentOf(name, 0), settings.paths.logs),
      at: 0,
    });
  }
  await origin.listen({ host: '127.0.0.1', port: base + 30 });
  const people = await createPeople(front, issuer);
  traffic = startTraffic(front, people.calls, perSecond);

  /** The new instance beside the old one; once it is ready, the old one is told to stop. */
  const roll = async (name: ServiceName, version: Version): Promise<void> => {
    const before = running.get(name);
    if (before === undefined) throw new TypeError(`${name} does not run.`);
    const at = before.at === 0 ? 1 : 0;
    const instance = await startInstance(name, version, environmentOf(name, at), settings.paths.logs);
    running.set(name, { instance, at });
    await before.instance.stop();
  };
  for (const name of serviceNames) {
    await migrate(name, newer, environmentOf(name, 0));
    for (const version of [newer, older, newer]) {
      traffic.take();
      await roll(name, version);
      await delay(settleMs);
      const { requests, failed, latencies } = traffic.take();
      failures += failed.length;
      const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
      console.log(
        `${name} to ${version.title}: ${requests} requests, ${failed.length} failed; ` +
          `p99 ${p99.toFixed(0)} ms, longest ${(latencies.at(-1) ?? 0).toFixed(0)} ms`,
      );
      for (const line of new Set(failed)) console.log(`  ${line}`);
    }
  }
  await traffic.stop();
  const { told, missing, doubled } = await people.count(createMail(mail.url));
  console.log(
    `${told} people enrolled or asked for accompaniment: ${missing} without their e-mail, ${doubled} with two.`,
  );
  process.exitCode = failures + missing + doubled === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await traffic?.stop();
  await Promise.all([...running.values()].map(({ instance }) => instance.stop().catch(console.error)));
  await origin.close();
  await platform.stop();
  process.exit();
}
