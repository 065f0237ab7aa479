import type { History } from '../history.ts';
import type { Random } from '../random.ts';
import type { Client } from './client.ts';

/** What it takes to act on the platform from outside. */
export interface Actor {
  readonly client: Client;
  readonly history: History;
  readonly random: Random;
  /** The headers of a technician. */
  readonly staff: Readonly<Record<string, string>>;
}
