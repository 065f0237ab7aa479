import type { Language } from '@ateneu/kernel';
import { recordAudit } from '@ateneu/persistence';
import { type FunderCall, justificationWorkbook, type WorkbookSheetName } from '@ateneu/reference-data';
import { plainSheet, workbookMediaType, writeWorkbook } from '@ateneu/reference-data/filled-workbook';
import { type App, preferredLanguage } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { type PartContext, readPart } from './justification.part.ts';
import { sentenceOf } from './justification.problems.ts';
import type { JustificationPart } from './justification.rows.ts';

/** What the feature's routes work with. */
export interface JustificationContext extends PartContext {
  app: App;
}

const sheetNames = justificationWorkbook.map(({ name }) => name) as [WorkbookSheetName, ...WorkbookSheetName[]];
const partSchema = z.object({
  call: z.string(),
  sheets: z.array(
    z.object({
      name: z.enum(sheetNames),
      columns: z.array(z.object({ heading: z.string(), type: z.enum(['text', 'number', 'date']) })),
      rows: z
        .array(z.array(z.union([z.string(), z.number(), z.null()])))
        .describe('Each as long as there are columns; days as `YYYY-MM-DD`.'),
    }),
  ),
  problems: z
    .array(
      z.object({
        code: z.string(),
        sheet: z.enum(sheetNames),
        subject: z.object({ kind: z.enum(['session', 'enrolment']), id: z.uuid(), label: z.string() }),
        message: z.string().describe('In the language of the caller.'),
      }),
    )
    .describe('What to mend before it is handed in.'),
});

const staff = { access: { kind: 'staff', roles: ['technician'] } } as const;
const params = z.object({
  call: z.string().max(40).describe('Such as `2024-2025`; `/v1/staff/funder-calls` lists them.'),
});

/** Training's part of what is handed to the funder: as data that a console joins with the others', and as a workbook. */
export function justificationRoutes({ app, database, clock, sessionUrl }: JustificationContext): void {
  const partOf = (code: string) => readPart({ database, clock, sessionUrl }, code);
  const audit = (action: string, { call, sheets }: { call: FunderCall } & JustificationPart): Promise<void> => {
    const rows = Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet.rows.length]));
    return recordAudit(database, { action, subjectType: 'justification', subjectId: call.code, details: { rows } });
  };
  const toldIn = (problems: JustificationPart['problems'], language: Language) =>
    problems.map((problem) => ({ ...problem, message: sentenceOf(problem.code, language) }));

  app.route({
    method: 'GET',
    url: '/v1/staff/justification/:call',
    config: staff,
    schema: {
      operationId: 'getJustification',
      tags: ['Justification'],
      summary: 'Training’s part of what is handed to the funder',
      description:
        'The sheets Actuacions, Participants and Menors of a call, from one record of attendance: the number of the first ' +
        'is that of the rows of the others. And what to mend before it is handed in. Every read is recorded.',
      params,
      response: { 200: partSchema },
    },
    handler: async (request) => {
      const part = await partOf(request.params.call);
      await audit('read', part);
      const sheets = part.sheets.map((sheet) => plainSheet(sheet));
      return { call: part.call.code, sheets, problems: toldIn(part.problems, preferredLanguage(request)) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/justification/:call.xlsx',
    config: staff,
    schema: {
      operationId: 'getJustificationWorkbook',
      tags: ['Justification'],
      summary: 'The same as a workbook',
      description: 'Headings as the funder wants them, days and numbers as such. Every export is recorded.',
      params,
      response: {
        200: {
          description: 'A workbook.',
          content: {
            [workbookMediaType]: {
              schema: z.string().meta({ format: 'binary' }),
            },
          },
        },
      },
    },
    handler: async (request, reply) => {
      const part = await partOf(request.params.call);
      const workbook = await writeWorkbook(part.sheets.map((sheet) => plainSheet(sheet)));
      await audit('export', part);
      return (reply as FastifyReply)
        .type(workbookMediaType)
        .header('content-disposition', `attachment; filename="justificacio-formacio-${part.call.code}.xlsx"`)
        .send(workbook) as never;
    },
  });
}
