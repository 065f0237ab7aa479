import { type Actor, type Clock, hashSecret } from '@ateneu/kernel';
import { type Database, recordAudit } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';

import { reportAttempt } from '../../security.ts';
import type { PartnerUsage } from './partner-usage.query.ts';

const selectHolder = `
  select partner.id, partner.name, partner.status, key.revoked_at is not null and key.revoked_at <= $2 as revoked,
    key.sign_in_id is not null as session
  from partner_api_key as key join partner on partner.id = key.partner_id
  where key.hash = $1`;

interface Holder {
  id: string;
  name: string;
  status: string;
  revoked: boolean;
  /** Whether it is the token of somebody who signed in by e-mail. */
  session: boolean;
}

/** What finding the holder of an API key takes. */
export interface AuthenticationContext {
  database: Database;
  clock: Clock;
  logger: Logger;
  usage: Pick<PartnerUsage, 'count'>;
}

/**
 * Who an API key or the token of a session belongs to; nobody where it is unknown or revoked, or the partner is suspended. A key that was somebody's
 * and is refused leaves an audit record and counts in its partner's usage: a stolen key shows itself by being tried.
 */
export async function authenticatePartner(
  { database, clock, logger, usage }: AuthenticationContext,
  apiKey: string,
): Promise<Actor | undefined> {
  const { rows } = await database.pool.query<Holder>({
    name: 'partner-by-api-key',
    text: selectHolder,
    values: [hashSecret(apiKey), clock.now()],
  });
  const [holder] = rows;
  if (holder === undefined) {
    reportAttempt(logger, 'unknown-key', {});
    return undefined;
  }
  const { id, name, session } = holder;
  // A partner without credentials may sign in by e-mail all the same: it answers what it is sent.
  const shutOut = session ? holder.status === 'suspended' : holder.status !== 'active';
  const refused = holder.revoked || shutOut;
  usage.count(id, refused ? 'refused' : 'calls');
  if (!refused) return { kind: 'partner', id, name };
  const why = holder.revoked ? (session ? 'ended-session' : 'revoked-key') : holder.status;
  reportAttempt(logger, 'refused-key', { partner: id, why });
  await recordAudit(database, { action: 'refuse', subjectType: 'partner', subjectId: id, details: { why } });
  return undefined;
}
