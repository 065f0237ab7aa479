/** A nats-server binary that will do. */
export interface FoundBinary {
  kind: 'binary';
  path: string;
  version: string;
  /** Where it came from, in words. */
  origin: string;
}

/** A nats-server that will do: a binary, or an image where a container engine answers. */
export type FoundNatsServer = FoundBinary | { kind: 'container'; image: string };

/** The public image used where a container engine answers. */
export const natsImage = 'nats:2.15-alpine';
