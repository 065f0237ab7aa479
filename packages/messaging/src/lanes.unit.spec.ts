import { describe, expect, it } from 'vitest';

import { createLanes } from './lanes.ts';

const deferred = () => Promise.withResolvers<void>();

describe('lanes', () => {
  it('do the work of one lane in order and that of two side by side', async () => {
    const lanes = createLanes(10);
    const log: string[] = [];
    const slow = deferred();
    await lanes.run('a', async () => {
      await slow.promise;
      log.push('a1');
    });
    await lanes.run('a', async () => {
      log.push('a2');
    });
    await lanes.run('b', async () => {
      log.push('b1');
    });
    await expect.poll(() => log).toEqual(['b1']);
    slow.resolve();
    await lanes.idle();
    expect(log).toEqual(['b1', 'a1', 'a2']);
  });

  it('take no more than the limit until some is done', async () => {
    const lanes = createLanes(2);
    const first = deferred();
    await lanes.run('a', () => first.promise);
    let taken = false;
    const second = lanes
      .run('b', () => first.promise)
      .then(() => {
        taken = true;
      });
    await Promise.resolve();
    expect(taken).toBe(false);
    first.resolve();
    await second;
    expect(taken).toBe(true);
  });

  it('do work that needs several lanes after what is before it in any, and before what follows in each', async () => {
    const lanes = createLanes(10);
    const log: string[] = [];
    const slow = deferred();
    const note = (what: string) => async () => {
      log.push(what);
    };
    await lanes.run('a', async () => {
      await slow.promise;
      log.push('a1');
    });
    await lanes.run(['a', 'b', 'b'], note('both'));
    await lanes.run('b', note('b1'));
    await lanes.run('c', note('c1'));
    await expect.poll(() => log).toEqual(['c1']);
    slow.resolve();
    await lanes.idle();
    expect(log).toEqual(['c1', 'a1', 'both', 'b1']);
  });
});
