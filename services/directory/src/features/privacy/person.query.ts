import type { Database } from '@ateneu/persistence';

/** What the directory keeps of a person, as it is handed to them. */
export interface PersonExport {
  /** Initiatives that the person proposed. */
  proposed: Record<string, unknown>[];
  /** Initiatives that the person's address is the contact of. */
  contactOf: Record<string, unknown>[];
  corrected: Record<string, unknown>[];
  /** What was handed in and waits for the person's confirmation. */
  submissions: Record<string, unknown>[];
  subscriptions: Record<string, unknown>[];
  /** When the person was asked whether an initiative is still right. */
  asked: Record<string, unknown>[];
  /** Who read or changed any of it, and when. */
  accesses: Record<string, unknown>[];
}

const statements: Readonly<Record<Exclude<keyof PersonExport, 'accesses'>, string>> = {
  proposed: `select jsonb_strip_nulls(jsonb_build_object('id', id, 'name', name, 'status', status, 'proposer', proposer,
      'createdAt', created_at)) as item
    from initiative where lower(proposer ->> 'email') = $1 order by created_at`,
  contactOf: `select jsonb_strip_nulls(jsonb_build_object('id', id, 'name', name, 'status', status, 'contact', contact)) as item
    from initiative where lower(contact #>> '{email,value}') = $1 order by created_at`,
  corrected: `select jsonb_strip_nulls(jsonb_build_object('id', c.id, 'initiative', i.name, 'status', c.status,
      'changes', c.changes, 'comment', c.comment, 'author', c.author, 'note', c.note, 'createdAt', c.created_at,
      'decidedAt', c.decided_at)) as item
    from correction c join initiative i on i.id = c.initiative_id where lower(c.author ->> 'email') = $1
    order by c.created_at`,
  submissions: `select jsonb_strip_nulls(jsonb_build_object('id', id, 'kind', kind, 'name', name, 'content', content,
      'createdAt', created_at, 'expiresAt', expires_at, 'confirmedAt', confirmed_at)) as item
    from submission where email_key = $1 order by created_at`,
  subscriptions: `select jsonb_strip_nulls(jsonb_build_object('id', id, 'email', email, 'language', language,
      'filters', filters, 'topic', topic, 'createdAt', created_at, 'confirmedAt', confirmed_at, 'endedAt', ended_at)) as item
    from subscription where email_key = $1 order by created_at`,
  asked: `select jsonb_strip_nulls(jsonb_build_object('initiativeId', l.initiative_id, 'initiative', i.name,
      'person', l.person, 'askedAt', l.created_at, 'answeredAt', l.answered_at)) as item
    from freshness_link l join initiative i on i.id = l.initiative_id where lower(l.person ->> 'email') = $1
    order by l.created_at`,
};

/** Gathers everything under an address, in the form in which addresses are compared. */
export async function readPerson({ pool }: Pick<Database, 'pool'>, emailKey: string): Promise<PersonExport> {
  const read = async (text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
    (await pool.query<{ item: Record<string, unknown> }>(text, values)).rows.map(({ item }) => item);
  const [proposed, contactOf, corrected, submissions, subscriptions, asked] = await Promise.all([
    read(statements.proposed, [emailKey]),
    read(statements.contactOf, [emailKey]),
    read(statements.corrected, [emailKey]),
    read(statements.submissions, [emailKey]),
    read(statements.subscriptions, [emailKey]),
    read(statements.asked, [emailKey]),
  ]);
  const subjects = [...proposed, ...contactOf, ...corrected, ...submissions, ...subscriptions].map(({ id }) =>
    String(id),
  );
  const accesses = await read(
    `select jsonb_build_object('at', at, 'actorKind', actor_kind, 'actorName', actor_name, 'action', action,
       'subjectType', subject_type) as item
     from audit_record where subject_id = any ($1::text[]) order by at limit 5000`,
    [subjects],
  );
  return { proposed, contactOf, corrected, submissions, subscriptions, asked, accesses };
}
