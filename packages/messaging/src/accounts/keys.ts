import { fromSeed, type KeyPair, type OperatorLimits } from '@nats-io/jwt';

const text = { decode: new TextDecoder(), encode: new TextEncoder() };

/** A key pair's seed as text. */
export function seedOf(pair: KeyPair): string {
  return text.decode.decode(pair.getSeed());
}

/** The key pair of a seed. */
export function pairOf(seed: string): KeyPair {
  return fromSeed(text.encode.encode(seed));
}

/** A JWT and its key in the format of a `.creds` file. */
export function credsText(creds: Uint8Array): string {
  return text.decode.decode(creds);
}

/**
 * No limit on anything but JetStream, which is off. A limit that a claim leaves out is not "none" to the server but
 * "nothing allowed", so each one is spelled out.
 */
export const unlimited: OperatorLimits = {
  subs: -1,
  data: -1,
  payload: -1,
  imports: -1,
  exports: -1,
  wildcards: true,
  conn: -1,
  leaf: -1,
};

/** JetStream without limits, for accounts that have streams. */
export const unlimitedJetStream: OperatorLimits = {
  mem_storage: -1,
  disk_storage: -1,
  streams: -1,
  consumer: -1,
  max_ack_pending: -1,
  mem_max_stream_bytes: 0,
  disk_max_stream_bytes: 0,
};
