import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newId } from '@ateneu/kernel';
import { describe, expect, inject, it } from 'vitest';

import { ateneu, ateneuJson } from '../../test/run-ateneu.ts';
import { findAccess } from '../access/access.ts';
import type { PlatformStatus } from '../status/status.ts';

const access = await findAccess(inject('platformEnv'));

describe('ateneu status', { timeout: 120_000 }, () => {
  it('shows every service, outbox, consumer and stream, and is content', async () => {
    await expect
      .poll(async () => (await ateneuJson<PlatformStatus>('status')).services)
      .toEqual(
        ['directory', 'training', 'accompaniment', 'notifications'].map((name) =>
          expect.objectContaining({ name, state: 'ready', outboxDepth: 0, relayLeader: true, deadLetters: 0 }),
        ),
      );
    await expect
      .poll(() => ateneu('status'))
      .toMatchObject({ code: 0, out: expect.stringMatching(/training +ready +0 +0 +leads[\s\S]*EVENTS +\d+/) });
  });
});

describe('ateneu dead-letters', { timeout: 300_000 }, () => {
  it('lists, shows, replays and drops what a service could not handle, and status is not content meanwhile', async () => {
    const broker = await access.broker();
    const id = newId();
    const type = 'cat.ateneulh.directory.initiative.published.v1';
    await broker.jetstream.publish('ateneu.directory.initiative.published.v1', JSON.stringify({ id, type }));
    const list = (service = 'accompaniment'): Promise<{ sequence: number; reason: string }[]> =>
      ateneuJson('dead-letters', 'list', service);
    for (const service of ['accompaniment', 'notifications'])
      await expect.poll(() => list(service)).toEqual([expect.objectContaining({ reason: 'schema' })]);
    const [letter] = await list();
    const number = String(letter?.sequence);
    await expect.poll(async () => (await ateneu('status')).code).toBe(1);

    expect((await ateneu('dead-letters', 'list', 'accompaniment')).out).not.toContain(id);
    expect((await ateneu('dead-letters', 'show', 'accompaniment', number)).out).toContain(id);
    // Nothing was mended, so the same comes back as another.
    await ateneu('dead-letters', 'replay', 'accompaniment', number);
    await expect.poll(async () => (await list()).length).toBe(2);

    expect((await ateneu('dead-letters', 'drop', 'accompaniment', number)).err).toContain('--reason');
    for (const service of ['accompaniment', 'notifications']) {
      for (const { sequence } of await list(service))
        await ateneu('dead-letters', 'drop', service, String(sequence), '--reason', 'made for a test');
    }
    expect(await list()).toEqual([]);
    expect((await ateneu('dead-letters', 'show', 'accompaniment', number)).err).toContain('404');
    await broker.close();
  });
});

describe('ateneu republish', { timeout: 120_000 }, () => {
  it('publishes a window once more, and nobody does anything twice', async () => {
    const broker = await access.broker();
    const messages = async (): Promise<number> => (await broker.manager.streams.info('EVENTS')).state.messages;
    // Of the directory's events alone: what others tell goes on meanwhile.
    const mails = async (): Promise<string> => {
      const text = await (await fetch(`${access.services['notifications']}/metrics`)).text();
      return [...text.matchAll(/^event_handling_seconds_count\{.*\.directory\..*outcome="handled".*$/gm)]
        .map(([line]) => line)
        .sort()
        .join();
    };
    const idle = { outboxDepth: 0, consumerPending: 0, consumerUnacknowledged: 0 };
    const services = async () => (await ateneuJson<PlatformStatus>('status')).services;
    const atRest = ['directory', 'training', 'accompaniment', 'notifications'].map((name) =>
      expect.objectContaining({ name, ...idle }),
    );
    await expect.poll(services).toEqual(atRest);
    const [before, handled] = [await messages(), await mails()];
    const { events } = await ateneuJson<{ events: number }>('republish', 'directory', '--from', '2020-01-01T00:00:00Z');
    expect(events).toBeGreaterThan(0);
    // The broker knows the ids of the last two minutes; older ones are stored again, and the inboxes know them.
    await expect.poll(services).toEqual(atRest);
    expect(await messages()).toBeGreaterThanOrEqual(before);
    expect(await mails()).toBe(handled);
    await broker.close();
  });

  it('wants a window that makes sense', async () => {
    expect(await ateneu('republish', 'directory')).toMatchObject({ code: 2, err: expect.stringContaining('--from') });
    const window = ['--from', '2026-01-02T00:00:00Z', '--to', '2026-01-01T00:00:00Z'];
    expect((await ateneu('republish', 'directory', ...window)).err).toContain('ends before it begins');
  });
});

describe('ateneu partner onboard', { timeout: 120_000 }, () => {
  it('takes a partner in and writes what it is handed for the owner’s eyes alone, once', async () => {
    const out = await mkdtemp(join(tmpdir(), 'partner-'));
    const words = ['partner', 'onboard', `Coop ${newId()}`, '--email', 'coop@example.org', '--out', out];
    const { consumer } = await ateneuJson<{ consumer: string }>(...words);
    expect((await stat(join(out, 'nats.creds'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(out, 'nats.creds'), 'utf8')).toContain('BEGIN NATS USER JWT');
    const { partners } = await ateneuJson<PlatformStatus>('status');
    expect(partners.map(({ account }) => account)).toContain(consumer);
    await rm(out, { recursive: true });
  });
});

describe('ateneu', () => {
  it('says what there is, and what is missing', async () => {
    expect((await ateneu()).out).toContain('dead-letters list <service>');
    expect(await ateneu('dance')).toMatchObject({ code: 2, err: expect.stringContaining('Usage: ateneu') });
    expect((await ateneu('dead-letters', 'list')).err).toBe('Say which: <service> is missing.\n');
    expect((await ateneu('dead-letters', 'list', 'x', '--nonsense')).code).toBe(2);
  });
});
