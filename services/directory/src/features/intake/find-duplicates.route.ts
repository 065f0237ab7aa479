import { localizedTextSchema, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { detailsSchema, initiativeNotFound, readStaffInitiative } from '../initiative/index.ts';
import { duplicateReasons, findDuplicates } from './find-duplicates.query.ts';
import type { RouteContext } from './intake.routes.ts';

/** An initiative that may be the same, as anybody may see it. */
export const publicDuplicateSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: localizedTextSchema({ max: 150 }),
  similarity: z.number().describe('How much alike the names are, from 0 to 1.'),
  distance: z.number().nullable().describe('Metres between them, where both places are known.'),
  reasons: z.array(z.enum(duplicateReasons)),
});

/** The same as staff see it. */
const staffDuplicateSchema = publicDuplicateSchema.extend({ slug: z.string().nullable(), status: z.string() });

const asked = detailsSchema.pick({ name: true, website: true, address: true, position: true });

/** What may be there already, for who is about to propose it and for who moderates it. */
export function findDuplicateRoutes({ app, database, perMinute }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/initiative-proposals/duplicates',
    config: { access: { kind: 'public' }, rateLimit: { max: perMinute * 3, timeWindow: '1 minute' } },
    schema: {
      operationId: 'findPublicDuplicates',
      tags: ['Proposals'],
      summary: 'Look whether an initiative may be in the directory already',
      description: 'By name, website, address and distance, among what is public. Saves nothing.',
      body: asked,
      response: { 200: z.object({ items: z.array(publicDuplicateSchema) }) },
    },
    handler: async (request) => ({ items: await publicDuplicates(database, request.body) }),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/initiatives/:id/duplicates',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'findDuplicates',
      tags: ['Moderation'],
      summary: 'Look for initiatives that may be the same as one',
      description: 'By name, tax id, website, address and distance, in any state but archived and rejected.',
      params: z.object({ id: idSchema }),
      response: { 200: z.object({ items: z.array(staffDuplicateSchema) }) },
    },
    handler: async (request) => {
      const found = await readStaffInitiative(database, request.params.id);
      if (found === undefined) throw initiativeNotFound();
      return { items: await findDuplicates(database, found, { publicOnly: false, except: found.id }) };
    },
  });
}

/** What somebody who proposes may be told. */
export async function publicDuplicates(
  database: RouteContext['database'],
  details: Parameters<typeof findDuplicates>[1],
): Promise<z.output<typeof publicDuplicateSchema>[]> {
  const found = await findDuplicates(database, details, { publicOnly: true });
  return found.flatMap(({ id, slug, name, similarity, distance, reasons }) =>
    slug === null ? [] : [{ id, slug, name, similarity, distance, reasons }],
  );
}
