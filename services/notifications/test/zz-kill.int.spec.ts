import { spawn } from 'node:child_process';
import { enrolmentConfirmed } from '@ateneu/events';
import { expect, it } from 'vitest';
import { startNotifications, to } from './running-service.ts';

it('kill', { timeout: 150_000 }, async () => {
  const service = await startNotifications();
  await service.composition.app.close();
  await service.composition.stop();
  // reopen pool-less: use env for the child
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: new URL('..', import.meta.url).pathname,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: service.database.url,
      NATS_URL: service.broker.url,
      NATS_CREDS: await service.broker.credentials('notifications'),
      OIDC_ISSUER: 'http://localhost:4000/issuer',
      PUBLIC_URL: 'http://localhost:4000',
      SMTP_URL: service.inbox.url,
      MAIL_FROM: 'A <a@b.example>',
      SMTP_TIMEOUT_MS: '20000',
    },
  });
  process.on('exit', () => child.kill('SIGKILL'));
  let hang = true;
  let reached = 0;
  service.inbox.onMessage(() => {
    reached += 1;
    return hang ? new Promise(() => {}) : Promise.resolve(undefined);
  });
  for (let i = 0; i < 12; i += 1) await service.publish(enrolmentConfirmed, to({ email: `k${i}@example.org` }));
  await expect.poll(async () => (await service.deliveries()).length, { timeout: 15_000 }).toBe(12);
  await expect.poll(() => reached, { timeout: 15_000 }).toBe(4);
  child.kill('SIGKILL');
  console.log('killed');
  hang = false;
  const since = Date.now();
  await service.restart().catch((e) => {
    console.log('restart', String(e));
  });
  await expect
    .poll(
      async () => {
        const rows = await service.deliveries();
        return Object.entries(Object.groupBy(rows, (row) => row.status))
          .map(([k, v]) => `${k}:${v?.length}`)
          .toSorted()
          .join(' ');
      },
      { timeout: 120_000, interval: 500 },
    )
    .toBe('possibly-sent:4 sent:8');
  console.log('settled after', Date.now() - since, 'ms');
  await service.close();
});
