import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { aReferral, type Harness, type OnboardedPartner, startHarness } from './harness.ts';

let harness: Harness;
let partner: OnboardedPartner;
// Inside the workspace, so that the example finds what a partner would have installed.
const folder = mkdtempSync(join(import.meta.dirname, '.example-'));

beforeAll(async () => {
  harness = await startHarness();
  partner = await harness.onboard('Entitat d’exemple');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await harness.stop();
});

async function send(): Promise<string> {
  const token = harness.tokens.technician;
  const body = { ...aReferral, partnerId: partner.id };
  const drafted = await harness.ask('POST', '/v1/staff/referrals', { token, body });
  const headers = { 'if-match': drafted.etag };
  await harness.ask('POST', `/v1/staff/referrals/${drafted.body.id}/send`, { token, headers });
  return String(drafted.body.id);
}
const statusOf = async (id: string): Promise<string> =>
  (await harness.ask('GET', `/v1/staff/referrals/${id}`, { token: harness.tokens.technician })).body.status;

/** What the example says while `work` goes on. */
async function whileRunning(url: string, work: (said: () => string) => Promise<void>): Promise<void> {
  const program = spawn(process.execPath, ['partner.ts'], { cwd: folder, env: { ...process.env, ATENEU_URL: url } });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  const ended = new Promise((resolve) => program.once('exit', resolve));
  try {
    await work(() => said);
  } finally {
    program.kill('SIGINT');
    await ended;
  }
}

it('the example partner of the guide accepts what is referred to it, over a restart too, and does nothing twice', async () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/partners.md'), 'utf8');
  const example = /## An example partner[^]*?```ts\n([^]*?)```/.exec(guide)?.[1];
  if (example === undefined) throw new Error('The guide has no example partner.');
  writeFileSync(join(folder, 'partner.ts'), example);
  writeFileSync(join(folder, 'credentials.json'), JSON.stringify(partner));
  const url = await harness.listen();

  const first = await send();
  await whileRunning(url, async (said) => {
    await expect.poll(() => statusOf(first), { timeout: 30_000 }).toBe('accepted');
    await expect.poll(said, { timeout: 30_000 }).toContain(`accepted ${first}`);
  });
  const second = await send();
  await whileRunning(url, async (said) => {
    await expect.poll(said, { timeout: 30_000 }).toContain(`accepted ${second}`);
    expect(said()).not.toContain(first);
  });
  const database = new DatabaseSync(join(folder, 'partner.db'));
  const rows = database.prepare('select id, status from referral order by id').all();
  database.close();
  expect(rows.map((row) => ({ ...row }))).toEqual([first, second].toSorted().map((id) => ({ id, status: 'accepted' })));
}, 120_000);
