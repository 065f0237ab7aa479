import { recordAudit, transact } from '@ateneu/persistence';
import { emailSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { suppressionNotFound } from '../delivery/delivery.errors.ts';
import { liftSuppression, listSuppressions, suppress } from '../delivery/preferences.store.ts';
import type { RouteContext } from './route-context.ts';

const suppressionSchema = z.object({
  address: z.string(),
  reason: z.enum(['bounce', 'staff']),
  detail: z.string(),
  createdAt: z.iso.datetime(),
});
const tags = ['Deliveries'];

/** Addresses that nothing is sent to, because a message came back or staff say so. */
export function suppressionRoutes({ app, database }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/suppressions/search',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'searchSuppressions',
      tags,
      summary: 'Search the addresses that nothing is sent to',
      description: 'Latest first, 200 at most. A POST, so that addresses of people stay out of addresses of pages.',
      body: z.strictObject({ address: emailSchema.optional() }).default({}),
      response: { 200: z.object({ items: z.array(suppressionSchema) }) },
    },
    handler: async (request) => {
      const items = await listSuppressions(database, { address: request.body.address, limit: 200 });
      await recordAudit(database, { action: 'list', subjectType: 'suppression', subjectId: '*' });
      return { items };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/suppressions',
    config: { access: { kind: 'staff', roles: ['coordinator'] } },
    schema: {
      operationId: 'suppressAddress',
      tags,
      summary: 'Send nothing more to an address',
      description: 'Not even what is essential. Says why.',
      body: z.strictObject({ address: emailSchema, detail: safeText({ max: 300 }) }),
      response: { 200: z.object({ added: z.boolean() }) },
    },
    handler: (request) =>
      transact(database, async (tx) => {
        const added = await suppress(tx, { ...request.body, reason: 'staff' });
        await tx.audit({ action: 'suppress', subjectType: 'suppression', subjectId: '*', details: { added } });
        return { added };
      }),
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/suppressions/lift',
    config: { access: { kind: 'staff', roles: ['coordinator'] } },
    schema: {
      operationId: 'liftSuppression',
      tags,
      summary: 'Send to an address again',
      description: 'Once the person says that it works. What was held back is sent again one by one, with resend.',
      body: z.strictObject({ address: emailSchema, detail: safeText({ max: 300 }).describe('How you know.') }),
      response: { 200: z.object({ lifted: z.boolean() }) },
    },
    handler: (request) =>
      transact(database, async (tx) => {
        const { address, detail } = request.body;
        if (!(await liftSuppression(tx, address))) throw suppressionNotFound();
        await tx.audit({ action: 'lift', subjectType: 'suppression', subjectId: '*', details: { detail } });
        return { lifted: true };
      }),
  });
}
