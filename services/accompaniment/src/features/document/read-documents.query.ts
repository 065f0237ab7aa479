import { type Database, isoTimestamp } from '@ateneu/persistence';

import type { DocumentView } from './document.types.ts';

const columns = `
  document.id, kind, file_name as "fileName", media_type as "mediaType", bytes, sha256,
  ${isoTimestamp('uploaded_at')} as "uploadedAt"`;

/** A document, and under which key its contents are. */
export type StoredDocument = DocumentView & { key: string };

/** The documents of a project, oldest first, with the referrals that each is shared with. */
export async function readDocuments(
  { pool }: Pick<Database, 'pool'>,
  projectId: string,
): Promise<(DocumentView & { sharedWith: string[] })[]> {
  const { rows } = await pool.query<DocumentView & { sharedWith: string[] }>({
    name: 'documents-of-project',
    text: `select ${columns}, array(select referral_id::text from document_share
        where document_id = document.id and unshared_at is null order by shared_at) as "sharedWith"
      from project_document as document where project_id = $1 and removed_at is null order by uploaded_at, id`,
    values: [projectId],
  });
  return rows;
}

/** One document of a project. */
export async function findDocument(
  { pool }: Pick<Database, 'pool'>,
  projectId: string,
  id: string,
): Promise<StoredDocument | undefined> {
  const { rows } = await pool.query<StoredDocument>({
    name: 'document',
    text: `select ${columns}, storage_key as key from project_document as document
      where id = $1 and project_id = $2 and removed_at is null`,
    values: [id, projectId],
  });
  return rows[0];
}

/** The documents that are shared with a referral's partner now; whether it may see any is the caller's to know. */
export async function readShared({ pool }: Pick<Database, 'pool'>, referralId: string): Promise<StoredDocument[]> {
  const { rows } = await pool.query<StoredDocument>({
    name: 'documents-shared',
    text: `select ${columns}, storage_key as key from project_document as document
      join document_share on document_id = document.id
      where referral_id = $1 and unshared_at is null and removed_at is null order by shared_at, document.id`,
    values: [referralId],
  });
  return rows;
}
