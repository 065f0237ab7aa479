import type { Attempt, Delivery } from '../delivery/delivery.ts';

/** A way to reach people. */
export interface DeliveryChannel {
  /** Tries once. Never rejects: whatever happens is an outcome. */
  deliver(message: Delivery): Promise<Attempt>;
  /** Closes the connections once nothing is being sent. */
  close(): void;
}
