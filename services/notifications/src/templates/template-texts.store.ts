import type { Language } from '@ateneu/kernel';
import { type Database, isoTimestamp, type Transaction } from '@ateneu/persistence';
import { recordChanged } from '@ateneu/persistence';

import type { EditedText } from './edited-text.ts';

/** One version of a text. */
export interface TextVersion {
  version: number;
  /** Null where the built-in text was taken up again. */
  content: EditedText | null;
  comment: string;
  author: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
}

/** The text that counts now, with the version that the next change must know; version 0 is the text as it is built. */
export async function currentText(
  tx: Pick<Transaction, 'query'>,
  kind: string,
  language: Language,
): Promise<{ version: number; content: EditedText | null }> {
  const [row] = await tx.query<{ version: number; content: EditedText | null }>(
    `select version, content from template_text where kind = $1 and language = $2 order by version desc limit 1`,
    [kind, language],
  );
  return row ?? { version: 0, content: null };
}

/** Every version, latest first. */
export async function textHistory(database: Database, kind: string, language: Language): Promise<TextVersion[]> {
  const { rows } = await database.pool.query<TextVersion>({
    name: 'template-text-history',
    text: `select version, content, comment, author,
        ${isoTimestamp('created_at')} as "createdAt"
      from template_text where kind = $1 and language = $2 order by version desc limit 200`,
    values: [kind, language],
  });
  return rows;
}

/** Adds a version upon the one the caller has read. @throws DomainError `kit.record.changed` where it is not the last */
export async function saveText(
  tx: Transaction,
  text: {
    kind: string;
    language: Language;
    upon: number;
    content: EditedText | null;
    comment: string;
    author: string;
  },
): Promise<number> {
  const { version } = await currentText(tx, text.kind, text.language);
  if (version !== text.upon) throw recordChanged();
  const added = await tx.query(
    `insert into template_text (kind, language, version, content, comment, author) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning version`,
    [
      text.kind,
      text.language,
      version + 1,
      text.content === null ? null : JSON.stringify(text.content),
      text.comment,
      text.author,
    ],
  );
  if (added.length === 0) throw recordChanged();
  return version + 1;
}
