import { entityCreated } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { type Subscription, subscription } from '@ateneu/messaging';

import { decide } from './initiative.decide.ts';
import { initialInitiative } from './initiative.ts';
import type { InitiativeStore } from './initiative.store.ts';

/** An entity that an accompaniment created proposes itself to the directory, filled in with what is known of it. */
export function onEntityCreated(store: InitiativeStore): Subscription {
  return subscription(entityCreated, {
    name: 'propose-created-entity',
    handle: async ({ data, time }, tx) => {
      const [known] = await tx.query(`select id from initiative where origin ->> 'projectId' = $1`, [data.projectId]);
      if (known !== undefined) return;
      const events = decide(
        {
          type: 'propose',
          id: newId(),
          details: {
            name: { ca: data.name },
            legalForm: data.legalForm,
            sectors: data.sectors,
            neighbourhood: data.neighbourhood,
            taxId: data.taxId,
          },
          origin: { kind: 'entity-created', projectId: data.projectId },
          at: new Date(time),
        },
        initialInitiative,
      );
      await store.createIn(tx, events);
    },
  });
}
