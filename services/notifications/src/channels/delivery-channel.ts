import type { Attempt, Delivery } from '../delivery/delivery.ts';

/** A way to reach people. */
export interface DeliveryChannel {
  /**
   * Tries once. Never rejects: whatever happens is an outcome. `beginHandover` is awaited before the first word of the
   * text leaves; where it rejects none does.
   */
  deliver(message: Delivery, beginHandover: () => Promise<void>): Promise<Attempt>;
  /** Closes the connections once nothing is being sent. */
  close(): void;
}
