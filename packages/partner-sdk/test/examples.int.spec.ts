import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createPartnerDesk, type PartnerDesk } from './partner-desk.ts';

let desk: PartnerDesk;
// Inside the package, so that its imports are found as a partner’s would be.
const folder = mkdtempSync(join(import.meta.dirname, '.examples-'));

beforeAll(async () => {
  desk = await createPartnerDesk();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await desk.close();
});

const root = join(import.meta.dirname, '..');
it.each([
  ['the README', join(root, 'README.md'), 'ts'],
  ['the guide for partners', join(root, '../../docs/partners.md'), 'js'],
])('the example of %s receives and acknowledges an event as it stands', async (_whose, file, language) => {
  const example = new RegExp(`\`\`\`${language}\\n(import [^]*?)\`\`\``).exec(readFileSync(file, 'utf8'))?.[1];
  if (example === undefined) throw new Error(`${file} has no example.`);
  const partner = await desk.onboard('A');
  const nats = {
    servers: [desk.broker.url],
    stream: 'REFERRALS',
    consumer: partner.accountPublicKey,
    apiPrefix: 'ATENEU.API',
  };
  writeFileSync(join(folder, 'credentials.json'), JSON.stringify({ creds: partner.creds, apiKey: 'key', nats }));
  writeFileSync(join(folder, `example.${language === 'ts' ? 'mts' : 'mjs'}`), example);
  await desk.tell(partner, 'received');
  const program = spawn(process.execPath, [`example.${language === 'ts' ? 'mts' : 'mjs'}`], { cwd: folder });
  let output = '';
  program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  program.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise((resolve) => program.once('exit', resolve));
  try {
    await expect.poll(() => output).toMatch(/received/);
    await expect.poll(() => desk.placeOf(partner)).toEqual({ waiting: 0, unconfirmed: 0 });
  } finally {
    program.kill('SIGINT');
    await ended;
  }
});
