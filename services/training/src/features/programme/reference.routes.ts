import { funderCalls, funderVocabularies, justificationWorkbook } from '@ateneu/reference-data';
import { type App, localizedTextSchema } from '@ateneu/service-kit';
import { z } from 'zod';

const term = z.object({ code: z.string(), label: localizedTextSchema({ max: 200 }) });
const callSchema = z.object({
  code: z.string(),
  name: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  serveis: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      actuacions: z.array(z.object({ code: z.string(), name: z.string(), eix: z.string() })),
    }),
  ),
});

/** The lists to choose from in forms: what anybody may see, and what staff justify under. */
export function referenceRoutes(app: App): void {
  app.route({
    method: 'GET',
    url: '/v1/vocabularies',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getVocabularies',
      tags: ['Catalogue'],
      summary: 'The codes that an enrolment form offers, with their labels',
      description: 'Each in Catalan, Spanish and English. Every one of them is optional to the person.',
      response: {
        200: z.object({
          genders: z.array(term),
          employmentSituations: z.array(term),
          studyLevels: z.array(term),
          discoveryChannels: z.array(term),
          studyGrades: z.array(term),
        }),
      },
    },
    handler: () => {
      const terms = (name: keyof typeof funderVocabularies) =>
        funderVocabularies[name].map(({ code, label }) => ({ code, label: { ...label } }));
      return {
        genders: terms('genders'),
        employmentSituations: terms('employmentSituations'),
        studyLevels: terms('studyLevels'),
        discoveryChannels: terms('discoveryChannels'),
        studyGrades: terms('studyGrades'),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/funder-calls',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listFunderCalls',
      tags: ['Justification'],
      summary: 'The calls of the funder, with their taxonomy, and the sheets of the workbook',
      description: 'The oldest first. Names are the funder’s own, in Catalan.',
      response: {
        200: z.object({
          items: z.array(callSchema),
          sheets: z.array(z.object({ name: z.string(), rows: z.string(), headings: z.array(z.string()) })),
        }),
      },
    },
    handler: () => ({
      items: funderCalls.map((call) => ({
        ...call,
        serveis: call.serveis.map((servei) => ({
          ...servei,
          actuacions: servei.actuacions.map((actuacio) => ({ ...actuacio })),
        })),
      })),
      sheets: justificationWorkbook.map(({ name, rows, columns }) => ({
        name,
        rows,
        headings: columns.map(({ heading }) => heading),
      })),
    }),
  });
}
