import { describe, expect, it } from 'vitest';

import { createQueues } from './enrolment.queues.ts';

describe('a queue', () => {
  it('does the work of one key in order, and that of others meanwhile', async () => {
    const enqueue = createQueues();
    const done: string[] = [];
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const held = enqueue('a', async () => {
      await gate;
      done.push('a1');
    });
    const behind = enqueue('a', async () => void done.push('a2'));
    await enqueue('b', async () => void done.push('b1'));
    expect(done).toEqual(['b1']);
    open();
    await Promise.all([held, behind]);
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('goes on after a failure, which reaches whoever asked and nobody else', async () => {
    const enqueue = createQueues();
    const failed = enqueue('a', () => Promise.reject(new Error('not today')));
    const next = enqueue('a', () => Promise.resolve('fine'));
    await expect(failed).rejects.toThrow('not today');
    expect(await next).toBe('fine');
  });
});
