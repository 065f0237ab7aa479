import { type Actor, hashSecret } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

const selectHolder = `
  select partner.id, partner.name from partner_api_key as key
  join partner on partner.id = key.partner_id
  where key.hash = $1 and key.revoked_at is null and partner.status = 'active'`;

/** Who an API key belongs to; nobody where it is unknown or revoked, or the partner is suspended. */
export async function authenticatePartner({ pool }: Database, apiKey: string): Promise<Actor | undefined> {
  const { rows } = await pool.query<{ id: string; name: string }>({
    name: 'partner-by-api-key',
    text: selectHolder,
    values: [hashSecret(apiKey)],
  });
  return rows[0] === undefined ? undefined : { kind: 'partner', id: rows[0].id, name: rows[0].name };
}
