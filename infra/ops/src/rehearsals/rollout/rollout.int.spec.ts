import { createMail } from '@ateneu/local/scenario/mail';
import { readSettings } from '@ateneu/local/settings';
import { afterAll, describe, expect, inject, it } from 'vitest';

import { projectRoot } from '../../../test/service-source.ts';
import type { Part } from '../versions/running-service.ts';
import { createPeople } from './people.ts';
import { createRollout } from './rollout.ts';
import { startTraffic } from './traffic.ts';

const settings = readSettings(inject('platformEnv'));
const rollout = await createRollout(settings);
afterAll(() => rollout.close());

describe('a roll-out', { timeout: 120_000 }, () => {
  it('of a service and of the pages is noticed by nobody who reads or writes, and everybody hears once', async () => {
    const rolled: Part[] = ['training', 'web'];
    const version = { title: 'this version', root: projectRoot };
    for (const part of rolled) await rollout.start(part, version);
    await rollout.open();
    const people = await createPeople(rollout.origin, settings.issuer, {
      enrolments: 5,
      proposals: 0,
      intakeRequests: 0,
    });
    // The other services are the platform's own, and limit how much one address may send.
    const theirs = people.calls.filter(({ path }) => /^\/(training|ca)(\/|$)/.test(path));
    const traffic = startTraffic(rollout.origin, theirs, 5);
    for (const part of rolled) await rollout.roll(part, version);
    await traffic.stop();

    const { requests, failed } = traffic.take();
    expect(failed).toEqual([]);
    expect(requests).toBeGreaterThan(100);
    const { told, ...wrong } = await people.count(createMail(`${settings.origin}/mail`));
    expect(told).toBeGreaterThan(20);
    expect(wrong).toEqual({ missing: 0, doubled: 0 });
  });
});
