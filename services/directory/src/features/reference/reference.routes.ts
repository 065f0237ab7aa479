import {
  criteriaLists,
  districts,
  type LabelledCode,
  legalForms,
  linkKinds,
  municipality,
  needs,
  neighbourhoods,
  networks,
  sectors,
  weekdays,
} from '@ateneu/reference-data';
import type { Language } from '@ateneu/kernel';
import { type App, preferredLanguage, sendCached } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

const texts = z.object({ ca: z.string(), es: z.string(), en: z.string() });
const coded = {
  code: z.string(),
  name: z.string().describe('What people call it, in the language of `Content-Language`.'),
  label: texts,
};

/** What a list needs to be served. */
interface List<Schema extends z.ZodType, Item> {
  path: string;
  operationId: string;
  summary: string;
  schema: Schema;
  items: readonly Item[];
  /** The item for a reader of one language. */
  toOutput: (item: Item, language: Language) => z.input<Schema>;
}

/** The codes that the API speaks, with their labels. They change with a release, never between two requests. */
export function referenceRoutes(app: App): void {
  labelled(app, 'sectors', 'listSectors', 'List the activity sectors', sectors, { essglobal: z.string() });
  labelled(app, 'legal-forms', 'listLegalForms', 'List the legal forms', legalForms, {
    cooperative: z.boolean(),
    class: z.string().optional(),
  });
  labelled(app, 'needs', 'listNeeds', 'List the needs that initiatives cover', needs);
  labelled(app, 'networks', 'listNetworks', 'List the networks that initiatives belong to', networks);
  labelled(app, 'link-kinds', 'listLinkKinds', 'List the kinds of links', linkKinds);
  labelled(app, 'weekdays', 'listWeekdays', 'List the days of opening hours', weekdays, { schemaOrg: z.string() });
  labelled(app, 'districts', 'listDistricts', `List the districts of ${municipality.name}`, districts);
  const barris = neighbourhoods.map(({ code, name, district }) => {
    return { code, label: { ca: name, es: name, en: name }, district };
  });
  labelled(app, 'neighbourhoods', 'listNeighbourhoods', `List the neighbourhoods of ${municipality.name}`, barris, {
    district: z.string(),
  });
  serve(app, {
    path: 'criteria',
    operationId: 'listCriteria',
    summary: 'List the criteria of the social and solidarity economy, by version',
    schema: z.object({
      version: z.string(),
      criteria: z.array(z.object({ ...coded, evidence: texts.describe('What shows that it is met.') })),
    }),
    items: criteriaLists,
    toOutput: ({ version, criteria }, language) => {
      return { version, criteria: criteria.map((each) => ({ ...each, name: each.label[language] })) };
    },
  });
}

function labelled(
  app: App,
  path: string,
  operationId: string,
  summary: string,
  items: readonly LabelledCode[],
  extra: z.ZodRawShape = {},
): void {
  serve(app, {
    path,
    operationId,
    summary,
    schema: z.object({ ...coded, ...extra }),
    items,
    toOutput: (item, language) => ({ ...item, name: item.label[language] }),
  });
}

function serve<Schema extends z.ZodType, Item>(app: App, list: List<Schema, Item>): void {
  app.route({
    method: 'GET',
    url: `/v1/reference/${list.path}`,
    config: { access: { kind: 'public' } },
    schema: {
      operationId: list.operationId,
      tags: ['Reference data'],
      summary: list.summary,
      description: 'Codes are stable; labels are for people, and `name` is the one that `Accept-Language` asks for.',
      response: { 200: z.object({ items: z.array(list.schema) }) },
    },
    handler: async (request, reply) => {
      const language = preferredLanguage(request);
      void (reply as FastifyReply).header('content-language', language);
      return sendCached(request, reply, {
        maxAgeSeconds: 3_600,
        vary: ['Accept-Language'],
        body: () => ({ items: list.items.map((item) => list.toOutput(item, language)) }) as never,
      });
    },
  });
}
