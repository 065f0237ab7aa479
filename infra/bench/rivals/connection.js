import { credsAuthenticator } from '@nats-io/transport-node';

/** Where the broker is, and as whom. */
export function connection() {
  return {
    servers: process.env.NATS_URL,
    authenticator: credsAuthenticator(new TextEncoder().encode(process.env.NATS_CREDS)),
  };
}
