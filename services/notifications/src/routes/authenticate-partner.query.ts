import { type Actor, hashSecret } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

/** Who an API key belongs to, as far as this service was told; nobody where the partner is not active, or the key is past. */
export async function authenticatePartner({ pool }: Database, apiKey: string): Promise<Actor | undefined> {
  const { rows } = await pool.query<{ id: string; name: string }>({
    name: 'partner-by-api-key',
    text: `select partner.id, partner.name from partner_api_key as key
      join partner on partner.id = key.partner_id
      where key.sha256 = $1 and (key.valid_until is null or key.valid_until > now()) and partner.standing = 'active'`,
    values: [hashSecret(apiKey)],
  });
  return rows[0] === undefined ? undefined : { kind: 'partner', id: rows[0].id, name: rows[0].name };
}
