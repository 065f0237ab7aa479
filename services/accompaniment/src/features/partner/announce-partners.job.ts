import { type Clock, newId, runInContext } from '@ateneu/kernel';
import { publishAll } from '@ateneu/messaging';
import { type Database, transact } from '@ateneu/persistence';
import { LockMode } from '@mikro-orm/core';

import { PartnerEntity } from './partner.entity.ts';
import { announce } from './partner.publications.ts';

const selectUntold = `select id from partner where announced_version is distinct from version order by id limit 500`;

/**
 * Tells the platform of partners that it does not know as they stand: those from before it was told of any, and those
 * that an older version of this service changed while both ran. Each is told once per version.
 */
export async function announcePartners(database: Database, clock: Clock): Promise<void> {
  const { rows } = await database.pool.query<{ id: string }>(selectUntold);
  for (const { id } of rows) {
    await runInContext({ correlationId: newId(), actor: { kind: 'system', id: 'partner-announcements' } }, () =>
      transact(database, async (tx) => {
        const row = await tx.em.findOne(PartnerEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
        if (row === null || row.announcedVersion === row.version) return;
        publishAll(tx, [await announce(tx, row, clock.now())]);
      }),
    );
  }
}
