import { type Clock, newId, runInContext } from '@ateneu/kernel';
import type { Logger } from '@ateneu/service-kit';
import { type BackgroundJob, createScheduler, type Scheduler } from '@ateneu/service-kit/scheduler';

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

/** The queue of the sweeps. */
export const sweepQueue = 'training-sweeps';

/**
 * The service's clockwork: every sweep at its start and every minute, in one of however many instances. A round that was
 * missed is made up for by the next, so none is tried again. What takes long is a job of its own, so that no sweep waits.
 */
export function scheduleSweeps(options: {
  url: string;
  sweeps: readonly Sweep[];
  clock: Clock;
  logger: Logger;
  jobs?: readonly BackgroundJob[];
}): Scheduler {
  const { url, sweeps, clock, logger, jobs = [] } = options;
  const round = (): Promise<void> =>
    runSweeps(sweeps, clock.now(), (sweep, err) =>
      logger.error({ err, sweep }, 'A sweep failed; the next round follows.'),
    );
  return createScheduler({
    service: 'training',
    url,
    logger,
    stopTimeoutMs: 5_000,
    jobs: [
      { name: sweepQueue, cron: '* * * * *', timeoutSeconds: 300, retries: 0, keptSeconds: 3_600, run: round },
      ...jobs,
    ],
  });
}
