import { initiativePublished } from '@ateneu/events';
import { type Subscription, subscription } from '@ateneu/messaging';

// An older event that comes late (a replay, a message that waited) must not bring back an older address.
const linkListing = `
  update project set listing = $2, version = version + 1, updated_at = $3
  where id = $1 and (
    listing is null
    or (listing ->> 'initiativeId' = $4 and (listing ->> 'sequence')::bigint < $5)
  )`;

/** A project learns where the public directory shows what it became. */
export function onInitiativePublished(): Subscription {
  return subscription(initiativePublished, {
    name: 'link-public-listing',
    handle: async ({ data, sequence, time }, tx) => {
      if (data.projectId === undefined) return;
      const listing = { initiativeId: data.initiativeId, slug: data.slug, sequence };
      await tx.query(linkListing, [data.projectId, JSON.stringify(listing), time, data.initiativeId, sequence]);
    },
  });
}
