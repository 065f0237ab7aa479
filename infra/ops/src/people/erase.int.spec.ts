import { newId } from '@ateneu/kernel';
import { describe, expect, inject, it } from 'vitest';

import { ateneu, ateneuWith } from '../../test/run-ateneu.ts';
import { findAccess } from '../access/access.ts';

const access = await findAccess(inject('platformEnv'));

/** How often each of the other services has handled an erasure. */
const handled = (): Promise<number[]> =>
  Promise.all(
    ['directory', 'training', 'notifications'].map(async (name) => {
      const text = await (await fetch(`${access.services[name]}/metrics`)).text();
      const line = /^event_handling_seconds_count\{[^}]*person-data\.erased[^}]*outcome="handled"[^}]*\} (\d+)$/m;
      return Number(line.exec(text)?.[1] ?? 0);
    }),
  );

describe('ateneu person erase', { timeout: 60_000 }, () => {
  it('looks first, and erases in every service when it is told to', async () => {
    const email = `${newId()}@example.org`;
    const asked = await fetch(`${access.origin}/accompaniment/v1/intake-requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        modality: 'creation',
        project: { name: 'Forn de Collblanc', description: 'Un forn cooperatiu.' },
        person: { name: 'Laia', email, language: 'ca' },
        consent: { data: true, textVersion: '2026-01' },
      }),
    });
    expect(asked.status, await asked.text()).toBeLessThan(300);
    const before = await handled();

    const erase = async (...words: string[]): Promise<{ id: string | null; intakes: number }> =>
      JSON.parse((await ateneuWith({ input: `${email}\n` }, 'person', 'erase', '--json', ...words)).out);
    expect(await erase()).toMatchObject({ dryRun: true, id: null, intakes: 1 });
    expect(await erase()).toMatchObject({ intakes: 1 });
    expect(await handled()).toEqual(before);

    expect(await erase('--really')).toMatchObject({ dryRun: false, id: expect.any(String), intakes: 1 });
    expect(await erase()).toMatchObject({ intakes: 0 });
    await expect.poll(handled).toEqual(before.map((count) => count + 1));
  });

  it('takes no address from the command line, where others could read it', async () => {
    const said = await ateneu('person', 'erase', 'laia@example.org', '--really');
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining('standard input') });
    expect((await ateneu('person', 'erase')).code).toBe(2);
  });
});
