import { streams } from '@ateneu/messaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestBroker, type TestBroker } from './broker.ts';

let one: TestBroker;
let other: TestBroker;
beforeAll(async () => {
  [one, other] = await Promise.all([createTestBroker(), createTestBroker()]);
});
afterAll(() => Promise.all([one.close(), other.close()]));

describe('a test broker', () => {
  it('has the platform’s streams, and sees nothing of another suite’s', async () => {
    await one.admin.jetstream.publish('ateneu.training.session.published.v1', 'mine');
    const [mine, theirs] = await Promise.all(
      [one, other].map(({ admin }) => admin.manager.streams.info(streams.events)),
    );
    expect([mine?.state.messages, theirs?.state.messages]).toEqual([1, 0]);
  });

  it('lets a service do what production lets it, and no more', async () => {
    const training = await one.connect('training');
    await training.jetstream.publish('ateneu.training.session.published.v1', 'news');
    await expect(training.jetstream.publish('ateneu.directory.initiative.published.v1', 'lies')).rejects.toThrow();
    await training.close();
  });
});
