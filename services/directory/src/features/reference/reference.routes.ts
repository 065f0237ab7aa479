import { districts, legalForms, municipality, neighbourhoods, sectors } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';
import { z } from 'zod';

const label = z.object({ ca: z.string(), es: z.string(), en: z.string() });

/** The codes that the API speaks, with their labels. They change with a release, never between two requests. */
export function referenceRoutes(app: App): void {
  const list = <T extends z.ZodType>(
    path: string,
    operationId: string,
    summary: string,
    schema: T,
    items: z.input<T>[],
  ): void => {
    app.route({
      method: 'GET',
      url: `/v1/reference/${path}`,
      config: { access: { kind: 'public' } },
      schema: {
        operationId,
        tags: ['Reference data'],
        summary,
        description: 'Codes are stable; labels are for people.',
        response: { 200: z.object({ items: z.array(schema) }) },
      },
      handler: async (_request, reply) => {
        void reply.header('cache-control', 'public, max-age=3600');
        return { items } as never;
      },
    });
  };
  list(
    'sectors',
    'listSectors',
    'List the activity sectors',
    z.object({ code: z.string(), label, essglobal: z.string() }),
    [...sectors],
  );
  list(
    'legal-forms',
    'listLegalForms',
    'List the legal forms',
    z.object({ code: z.string(), label, cooperative: z.boolean(), class: z.string().optional() }),
    [...legalForms],
  );
  list(
    'neighbourhoods',
    'listNeighbourhoods',
    `List the neighbourhoods of ${municipality.name}`,
    z.object({ code: z.string(), name: z.string(), district: z.string() }),
    neighbourhoods.map(({ code, name, district }) => ({ code, name, district })),
  );
  list(
    'districts',
    'listDistricts',
    `List the districts of ${municipality.name}`,
    z.object({ code: z.string(), name: z.string() }),
    [...districts],
  );
}
