import { createHash } from 'node:crypto';

import { newId } from '@ateneu/kernel';
import { type Database, transact } from '@ateneu/persistence';

import { lockProject } from '../project/index.ts';
import { documentNotFound, documentTypeRefused } from './document.errors.ts';
import type { DocumentStorage } from './document.storage.ts';
import { mediaTypeOf } from './document-type.storage.ts';
import type { DocumentKind, DocumentView } from './document.types.ts';

/** A file as it was sent. */
export interface Upload {
  projectId: string;
  kind: DocumentKind;
  fileName: string;
  contents: Uint8Array;
  by: { id: string; name: string };
  at: Date;
}

/** Keeps documents: what is known of them in the database, their contents in the storage. */
export interface DocumentStore {
  /** @throws DomainError `accompaniment.document.type-refused`, `accompaniment.project.not-found` or `.merged` */
  keep(upload: Upload): Promise<DocumentView>;
  /** Takes a document away from everybody at once; its contents are deleted after the commit. */
  remove(projectId: string, id: string, at: Date): Promise<void>;
  /** Deletes the contents of what was removed, where that has not succeeded before. */
  sweep(): Promise<void>;
}

export function createDocumentStore(database: Database, storage: DocumentStorage): DocumentStore {
  const sweep = async (): Promise<void> => {
    const { rows } = await database.pool.query<{ id: string; key: string }>(
      `select id, storage_key as key from project_document where removed_at is not null and bytes > 0 limit 500`,
    );
    for (const { id, key } of rows) {
      await storage.remove(key);
      // What stays is that there was one, when, and its hash: the evidence of what was justified with it.
      await database.pool.query(`update project_document set bytes = 0, file_name = '' where id = $1`, [id]);
    }
  };
  return {
    keep: async ({ projectId, kind, fileName, contents, by, at }) => {
      const mediaType = await mediaTypeOf(contents);
      if (mediaType === undefined) throw documentTypeRefused();
      const id = newId();
      const key = `${projectId}/${id}`;
      const sha256 = createHash('sha256').update(contents).digest('hex');
      await storage.put(key, contents, mediaType);
      try {
        await transact(database, async (tx) => {
          await lockProject(tx, projectId);
          await tx.query(
            `insert into project_document
               (id, project_id, kind, file_name, media_type, bytes, sha256, storage_key, uploaded_by, uploaded_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
            [id, projectId, kind, fileName, mediaType, contents.length, sha256, key, JSON.stringify(by), at],
          );
          await tx.audit({ action: 'upload', subjectType: 'document', subjectId: id, details: { projectId, kind } });
        });
      } catch (cause) {
        await storage.remove(key);
        throw cause;
      }
      return { id, kind, fileName, mediaType, bytes: contents.length, sha256, uploadedAt: at.toISOString() };
    },
    remove: async (projectId, id, at) => {
      await transact(database, async (tx) => {
        const removed = await tx.query(
          `update project_document set removed_at = $3 where id = $1 and project_id = $2 and removed_at is null
           returning id`,
          [id, projectId, at],
        );
        if (removed.length === 0) throw documentNotFound();
        await tx.audit({ action: 'remove', subjectType: 'document', subjectId: id });
      });
      await sweep();
    },
    sweep,
  };
}
