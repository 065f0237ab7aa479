import type { Language, LocalizedText } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';

/** A certificate, all of it. */
export interface Certificate {
  id: string;
  version: number;
  code: string;
  courseId: string | null;
  sessionId: string | null;
  name: string;
  language: Language;
  title: LocalizedText;
  minutes: number;
  startedAt: string;
  endedAt: string;
  issuedAt: string;
  revokedAt: string | null;
  revocationReason: LocalizedText | null;
}

const columns = `
  id, version, code, course_id as "courseId", session_id as "sessionId", name, language, title, minutes,
  ${isoTimestamp('started_at')} as "startedAt", ${isoTimestamp('ended_at')} as "endedAt", ${isoTimestamp('issued_at')} as "issuedAt",
  ${isoTimestamp('revoked_at')} as "revokedAt", revocation_reason as "revocationReason"`;

/** By what a certificate is found. */
export type CertificateKey = { id: string } | { code: string } | { linkHash: string };

/** One certificate; a revoked one too. */
export async function readCertificate({ pool }: Database, key: CertificateKey): Promise<Certificate | undefined> {
  const [column, value] =
    'id' in key ? ['id', key.id] : 'code' in key ? ['code', key.code] : ['link_hash', key.linkHash];
  const { rows } = await pool.query<Certificate>({
    name: `certificate-by-${column}`,
    text: `select ${columns} from certificate where ${column} = $1`,
    values: [value],
  });
  return rows[0];
}

/** Certificates of a course, of a session, or all; the newest first. @throws DomainError `kit.cursor.invalid` */
export async function readCertificates(
  { pool }: Database,
  filter: { courseId?: string | undefined; sessionId?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<{ items: Certificate[]; next: string | null }> {
  const [after] = filter.cursor === undefined ? [null] : decodeCursor(filter.cursor, ['uuid']);
  const { rows } = await pool.query<Certificate>({
    name: 'certificates',
    text: `select ${columns} from certificate
           where ($1::uuid is null or course_id = $1) and ($2::uuid is null or session_id = $2)
             and ($3::uuid is null or id < $3) order by id desc limit $4`,
    values: [filter.courseId ?? null, filter.sessionId ?? null, after, filter.limit + 1],
  });
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return { items, next: rows.length > filter.limit && last !== undefined ? encodeCursor([last.id]) : null };
}
