import { languageSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { templates } from '../templates/index.ts';
import type { RouteContext } from './route-context.ts';

const templateSchema = z.object({
  kind: z.string(),
  title: z.string(),
  event: z.string().describe('The type of the event that gives rise to it.'),
  languages: z.array(languageSchema),
});

/** Which messages there are, and in which languages. */
export function listTemplatesRoute({ app }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/templates',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listTemplates',
      tags: ['Templates'],
      summary: 'List the messages that are sent',
      description: 'All of them, with the event that gives rise to each and the languages it exists in.',
      response: { 200: z.object({ items: z.array(templateSchema) }) },
    },
    handler: async () => ({
      items: templates.map(({ kind, title, contract, languages }) => ({
        kind,
        title,
        event: contract.type,
        languages: [...languages],
      })),
    }),
  });
}
