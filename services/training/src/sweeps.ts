import { type Clock, newId, runInContext } from '@ateneu/kernel';
import type { Logger } from '@ateneu/service-kit';
import { PgBoss } from 'pg-boss';

/** Work that is due by the clock: looked for again and again, and done once however often it is looked for. */
export interface Sweep {
  name: string;
  /** Does what is due at an instant, and says how much that was. */
  run(at: Date): Promise<number>;
}

/** Every sweep once, one after the other; one that fails keeps no other from running. */
export async function runSweeps(sweeps: readonly Sweep[], at: Date, onFailure: (name: string, error: unknown) => void) {
  for (const { name, run } of sweeps) {
    const context = { correlationId: newId(), actor: { kind: 'system', id: name } } as const;
    await runInContext(context, () => run(at)).catch((error: unknown) => onFailure(name, error));
  }
}

const queue = 'training-sweeps';

/**
 * Runs the sweeps every minute, in one of however many instances: PostgreSQL keeps the schedule, so that it survives
 * restarts, and a round that was missed is made up for by the next.
 */
export async function startSweeps(options: {
  url: string;
  sweeps: readonly Sweep[];
  clock: Clock;
  logger: Logger;
}): Promise<{ stop(): Promise<void> }> {
  const { url, sweeps, clock, logger } = options;
  const boss = new PgBoss({ connectionString: url, application_name: 'training-sweeps', max: 2, supervise: true });
  boss.on('error', (err) => logger.warn({ err }, 'The scheduler had trouble; the next round follows.'));
  await boss.start();
  // One round at a time, and no second one in line behind it.
  await boss.createQueue(queue, { policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3_600 });
  await boss.work(queue, async () => {
    await runSweeps(sweeps, clock.now(), (sweep, err) =>
      logger.error({ err, sweep }, 'A sweep failed; the next round follows.'),
    );
  });
  await boss.schedule(queue, '* * * * *');
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}

/** Asks the scheduler for a round now. */
export async function sweepNow(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false, migrate: false });
  await boss.start();
  try {
    await boss.send(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
}
