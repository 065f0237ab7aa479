import { DomainError, hashSecret } from '@ateneu/kernel';
import { type Database, recordAudit } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';

import { reportAttempt } from '../../security.ts';

const keyShape = /^Bearer +((?:atk|pst)_[A-Za-z0-9_-]{43})$/i;
const linkRefusals = /^accompaniment\.(intake\.link-|link\.)(unknown|expired)$/;
const subjects: Readonly<Record<string, { type: string; param: string; table: string }>> = {
  'accompaniment.referral.not-found': { type: 'referral', param: 'id', table: 'referral' },
  'accompaniment.document.not-found': { type: 'document', param: 'documentId', table: 'project_document' },
};

/**
 * Leaves a record of what a partner tries past its own: another's referral or document, or one that does not exist, by
 * its key or a link; and its key on a staff route. The caller gets the answer that it gets anyway, in which nothing tells
 * one from the other: the record is written before it in either case.
 */
export function watchRequests(app: App, database: Database): void {
  app.addHook('onError', async (request, _reply, error) => {
    try {
      if (linkRefusals.test(error.code)) {
        reportAttempt(request.log, 'refused-link', { why: error.code, route: operationOf(request) });
      } else if (request.actor.kind === 'partner' && error instanceof DomainError) {
        await recordNotTheirs(database, request, error.code);
      } else if (request.routeOptions.config.access.kind === 'staff') {
        await recordKeyForStaff(database, request);
      }
    } catch (err) {
      // The refusal stands; that it could not be recorded is for the log.
      request.log.error({ err }, 'An attempt was not recorded.');
    }
  });
}

const operationOf = (request: FastifyRequest): string => request.routeOptions.schema?.operationId ?? '';

async function recordNotTheirs(database: Database, request: FastifyRequest, code: string): Promise<void> {
  const subject = subjects[code];
  if (subject === undefined) return;
  const params = request.params as Record<string, string | undefined>;
  const subjectId = params[subject.param] ?? '*';
  const { rows } = await database.pool.query(`select 1 from ${subject.table} where id = $1`, [subjectId]);
  const route = operationOf(request);
  const details = { why: rows.length > 0 ? 'not-theirs' : 'unknown', route };
  reportAttempt(request.log, 'not-theirs', { partner: request.actor.id, [subject.type]: subjectId, ...details });
  await recordAudit(database, { action: 'refuse', subjectType: subject.type, subjectId, details });
}

async function recordKeyForStaff(database: Database, request: FastifyRequest): Promise<void> {
  const key = keyShape.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined) return;
  const route = operationOf(request);
  const { rows } = await database.pool.query<{ id: string }>(
    `select partner_id as id from partner_api_key where hash = $1`,
    [hashSecret(key)],
  );
  const partner = rows[0]?.id;
  reportAttempt(request.log, 'partner-key-for-staff', { partner, route });
  if (partner === undefined) return;
  const details = { why: 'partner-key-for-staff', route };
  await recordAudit(database, { action: 'refuse', subjectType: 'partner', subjectId: partner, details });
}
