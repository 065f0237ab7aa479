/** What the messaging reports of itself; the service-kit turns it into metrics. */
export interface MessagingObserver {
  /** The relay published this many events, the oldest of which had waited `oldestMs`. */
  relayed(count: number, oldestMs: number): void;
  /** A delivery was handled; `repeat` when the inbox had it already. */
  consumed(type: string, outcome: 'handled' | 'repeat' | 'retried' | 'dead', durationMs: number): void;
  /** This process became, or ceased to be, the service's relay leader. */
  leading(leader: boolean): void;
}

/** Reports nothing. */
export const silentObserver: MessagingObserver = { relayed: () => {}, consumed: () => {}, leading: () => {} };
