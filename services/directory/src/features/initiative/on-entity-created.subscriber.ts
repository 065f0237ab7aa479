import { type DataOf, entityCreated } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { type Subscription, subscription } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';

import { differences, type FieldChange } from './differences.ts';
import { decide } from './initiative.decide.ts';
import { initialInitiative, type Initiative, type InitiativeDetails } from './initiative.ts';
import type { InitiativeStore } from './initiative.store.ts';

/** Puts a change of an initiative before staff. */
export type OpenCorrection = (
  tx: Transaction,
  correction: {
    id: string;
    initiativeId: string;
    baseVersion: number;
    changes: readonly FieldChange[];
    comment: string;
    at: Date;
  },
) => Promise<void>;

/** What staff read beside the difference. */
const comment = 'L’acompanyament ha corregit les dades de l’entitat.';

/**
 * An entity that an accompaniment created proposes itself to the directory, filled in with what is known of it. Told of
 * again with other data, the proposal follows while nobody reviews it; after that the difference is a correction for
 * staff to decide. What is rejected or archived stays as it is. A project may have several accompaniments: each counts its
 * own words, so that a word is old beside a later one of the same count, or of a later time.
 */
export function onEntityCreated(store: InitiativeStore, openCorrection: OpenCorrection): Subscription {
  return subscription(entityCreated, {
    name: 'propose-created-entity',
    handle: async ({ data, time, sequence }, tx) => {
      const at = new Date(time);
      const [known] = await tx.query<{ id: string; isOld: boolean }>(
        `select id, case when coalesce(entity_accompaniment, $2) = $2 then entity_sequence >= $3
                    else entity_told_at >= $4 end is true as "isOld"
         from initiative where origin ->> 'projectId' = $1 for update`,
        [data.projectId, data.accompanimentId, sequence, at],
      );
      const id = known?.id ?? newId();
      if (known === undefined) {
        const origin = { kind: 'entity-created', projectId: data.projectId } as const;
        await store.createIn(
          tx,
          decide({ type: 'propose', id, details: detailsOf(data), origin, at }, initialInitiative),
        );
      } else {
        if (known.isOld) return;
        await follow(tx, id, data, at);
      }
      await tx.query(
        `update initiative set entity_sequence = $2, entity_accompaniment = $3, entity_told_at = $4 where id = $1`,
        [id, sequence, data.accompanimentId, at],
      );
    },
  });

  async function follow(tx: Transaction, id: string, data: DataOf<typeof entityCreated>, at: Date): Promise<void> {
    let found: Initiative = initialInitiative;
    const { version } = await store.updateIn(tx, id, (state) => {
      found = state;
      if (state.status !== 'proposed') return [];
      return decide({ type: 'edit', details: detailsOf(data, state.details), at }, state);
    });
    const changes = changesForStaff(found, data);
    if (changes.length === 0) return;
    await openCorrection(tx, { id: newId(), initiativeId: id, baseVersion: version, changes, comment, at });
  }
}

/** What is known of the entity, over what was said before. */
function detailsOf(data: DataOf<typeof entityCreated>, before?: InitiativeDetails): InitiativeDetails {
  return {
    ...before,
    name: { ...before?.name, ca: data.name },
    legalForm: data.legalForm,
    sectors: data.sectors,
    neighbourhood: data.neighbourhood ?? before?.neighbourhood,
    taxId: data.taxId,
  };
}

/** What staff may still apply: nothing can be applied to what is rejected or archived. */
function changesForStaff(state: Initiative, data: DataOf<typeof entityCreated>): FieldChange[] {
  if (state.status !== 'in-review' && state.status !== 'published' && state.status !== 'unpublished') return [];
  return differences(state.details, detailsOf(data, state.details));
}
