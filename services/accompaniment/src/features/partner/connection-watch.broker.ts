import { setTimeout as delay } from 'node:timers/promises';

import { newId, runInContext } from '@ateneu/kernel';
import { type Broker, connectBroker } from '@ateneu/messaging';
import { refusedConnectionSubjects } from '@ateneu/messaging/accounts';
import { type Database, recordAudit } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';
import { z } from 'zod';

import { reportAttempt } from '../../security.ts';

/** What the broker says of a connection that it refused or ended, as far as it is read here. */
const advisorySchema = z.object({
  client: z.object({ acc: z.string().optional(), host: z.string().optional(), jwt: z.string().optional() }),
  reason: z.string(),
});

/** Ends of connections that are refusals; the others are what connections come to. */
const refusals: Readonly<Record<string, string>> = {
  'Authentication Failure': 'refused-credentials',
  'Authentication Expired': 'expired-credentials',
  'Credentials Revoked': 'revoked-credentials',
  'Maximum Account Connections Exceeded': 'suspended-or-too-many',
};

const userClaims = z.object({ iss: z.string(), nats: z.object({ issuer_account: z.string().optional() }).optional() });

/** The account that credentials say they are of. Refused ones prove nothing: they may be anybody's invention. */
function claimedAccount(jwt: string | undefined): string | undefined {
  try {
    const claims = userClaims.parse(JSON.parse(Buffer.from(jwt?.split('.')[1] ?? '', 'base64url').toString('utf8')));
    return claims.nats?.issuer_account ?? claims.iss;
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Messages = ReturnType<Broker['connection']['subscribe']>;

/** Listens to the broker for connections that it refuses. */
export interface ConnectionWatch {
  start(): void;
  stop(): Promise<void>;
}

export interface ConnectionWatchOptions {
  database: Database;
  logger: Logger;
  servers: readonly string[];
  /** Of the system account, which may hear it. */
  systemCredentials: string;
  /** The account of the services: processes that share it share the work, so that each refusal is recorded once. */
  coreAccount: string;
}

/** The first of its kind is recorded at once; what repeats it, as reconnecting clients do, once a minute with its number. */
const repeatsEveryMs = 60_000;

export function createConnectionWatch(options: ConnectionWatchOptions): ConnectionWatch {
  const { database, logger, servers, systemCredentials, coreAccount } = options;
  const stopping = new AbortController();
  const repeats = new Map<string, { account: string | undefined; why: string; times: number }>();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const record = async (account: string | undefined, why: string, times: number, host?: string): Promise<void> => {
    try {
      const { rows } = await database.pool.query<{ id: string }>(`select id from partner where account_key = $1`, [
        account ?? '',
      ]);
      const partner = rows[0]?.id;
      reportAttempt(logger, 'refused-connection', { partner, account, why, times, host });
      if (partner === undefined) return;
      const details = { via: 'nats', why, times };
      await runInContext({ correlationId: newId(), actor: { kind: 'system', id: 'broker' } }, () =>
        recordAudit(database, { action: 'refuse', subjectType: 'partner', subjectId: partner, details }),
      );
    } catch (err) {
      logger.error({ err }, 'A refused connection was not recorded.');
    }
  };

  const hear = async (text: string): Promise<void> => {
    const advisory = advisorySchema.safeParse(parsed(text));
    const why = advisory.success ? refusals[advisory.data.reason] : undefined;
    if (!advisory.success || why === undefined) return;
    const { acc, jwt, host } = advisory.data.client;
    // The broker tells of a failed authentication twice, the second time as the end of a connection of no account.
    const account = claimedAccount(jwt) ?? (acc === '$G' ? undefined : acc);
    const key = `${account ?? ''} ${why}`;
    const known = repeats.get(key);
    if (known !== undefined) {
      known.times += 1;
      return;
    }
    // Whoever invents an account with each try must not fill the memory.
    if (repeats.size >= 1_000) return;
    repeats.set(key, { account, why, times: 0 });
    await record(account, why, 1, host);
  };

  const tellRepeats = async (): Promise<void> => {
    const heard = [...repeats];
    for (const [key, { account, why, times }] of heard) {
      repeats.delete(key);
      if (times > 0) await record(account, why, times);
    }
  };

  const hearAll = async (subject: string, messages: Messages): Promise<void> => {
    try {
      for await (const message of messages) {
        if (!message.subject.startsWith('$SYS.ACCOUNT.$G.')) await hear(message.string());
      }
    } catch (err) {
      logger.warn({ err, subject }, 'The broker does not say whom it refuses: the system credentials are old.');
    }
  };

  const listen = async (): Promise<void> => {
    let broker: Broker | undefined;
    while (broker === undefined && !stopping.signal.aborted) {
      broker = await connectBroker({
        servers,
        credentials: systemCredentials,
        name: 'claims',
        patienceMs: 5_000,
      }).catch(() => undefined);
      if (broker === undefined) await delay(5_000, undefined, { signal: stopping.signal }).catch(() => {});
    }
    if (broker === undefined) return;
    const queue = `attempts-${coreAccount}`;
    const hearing = refusedConnectionSubjects.map((subject) =>
      hearAll(subject, broker.connection.subscribe(subject, { queue })),
    );
    if (!stopping.signal.aborted) {
      await new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve(), { once: true }));
    }
    await broker.close();
    await Promise.all(hearing);
  };

  return {
    start: () => {
      timer = setInterval(() => void tellRepeats(), repeatsEveryMs);
      running = listen();
    },
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
      await tellRepeats();
    },
  };
}
