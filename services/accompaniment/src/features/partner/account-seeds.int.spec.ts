import { randomBytes } from 'node:crypto';

import { createSealer } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startHarness } from '../../../test/harness.ts';

const newKey = (): string => randomBytes(32).toString('base64url');
const [old, fresh] = [newKey(), newKey()];
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ CREDENTIALS_KEY: old });
});
afterAll(() => harness.stop());

const storedSeed = async (id: string): Promise<string> => {
  const { rows } = await harness.database.pool.query<{ seed: string }>(
    'select account_seed as seed from partner where id = $1',
    [id],
  );
  return rows[0]?.seed ?? '';
};

/** Whether a process with these keys can make new credentials of the partner's account. */
const rotates = async (id: string, keys: string): Promise<number> => {
  const process = await harness.another({ CREDENTIALS_KEY: keys });
  const { statusCode } = await process.raw({
    method: 'POST',
    url: `/v1/staff/partners/${id}/credentials/rotate`,
    headers: { authorization: `Bearer ${harness.tokens.coordinator}` },
  });
  await process.stop();
  return statusCode;
};

describe('the key that seals the seeds of partners’ accounts', { timeout: 60_000 }, () => {
  it('is replaced in three roll-outs, in each of which old and new processes do their work', async () => {
    const { id } = await harness.onboard('Coop57');
    const before = await storedSeed(id);
    // First the new key opens, while everything is still sealed with the old one.
    expect(await rotates(id, `${old},${fresh}`)).toBe(201);
    expect(await storedSeed(id)).toBe(before);
    // Then it seals.
    expect(await rotates(id, `${fresh}, ${old}`)).toBe(201);
    const after = await storedSeed(id);
    expect(createSealer(fresh).open(after, id)).toBe(createSealer(old).open(before, id));
    expect(await rotates(id, `${old},${fresh}`)).toBe(201);
    expect(await rotates(id, `${fresh},${old}`)).toBe(201);
    // Then nobody needs the old one.
    expect(await rotates(id, fresh)).toBe(201);
  });

  it('that opens nothing stops no process: the partners’ seeds stay as they are', async () => {
    const { id } = await harness.onboard('XES');
    const before = await storedSeed(id);
    expect(await rotates(id, newKey())).toBe(503);
    expect(await storedSeed(id)).toBe(before);
  });

  it.each(['', 'short', `${old},`, `${old} ${fresh}`])('is not “%s”', async (keys) => {
    await expect(harness.another({ CREDENTIALS_KEY: keys })).rejects.toThrow();
  });
});
