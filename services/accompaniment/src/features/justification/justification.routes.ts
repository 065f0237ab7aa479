import type { Clock } from '@ateneu/kernel';
import { type Database, recordAudit } from '@ateneu/persistence';
import { plainSheet, workbookMediaType, writeWorkbook } from '@ateneu/reference-data/filled-workbook';
import { type App, preferredLanguage } from '@ateneu/service-kit';
import { z } from 'zod';

import { fillWorkbook } from './fill-workbook.rows.ts';
import { indicatorNames, indicators, readIndicators, readTargetVersion } from './indicators.query.ts';
import { callOf } from './justification.call.ts';
import { problemMessages } from './justification.types.ts';
import { readFacts } from './read-facts.query.ts';
import { targetRoutes } from './targets.route.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  database: Database;
  clock: Clock;
}

const access = { kind: 'staff', roles: ['coordinator'] } as const;
const tags = ['Justification'];
const params = z.object({ call: z.string().max(20).describe('The code of a call, such as `2024-2025`.') });

const justificationSchema = z.object({
  call: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ heading: z.string(), type: z.enum(['text', 'number', 'date']) })),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).describe('Days as `YYYY-MM-DD`.'),
    }),
  ),
  problems: z.array(
    z.object({
      code: z.string(),
      sheet: z.string(),
      subject: z.object({ kind: z.string(), id: z.uuid(), label: z.string() }),
      message: z.string().describe('In the caller’s language.'),
    }),
  ),
});

/** Coordinators get the accompaniment part of the funder's workbook, what is wrong with it, and how the call goes. */
export function justificationRoutes(context: RouteContext): void {
  workbook(context);
  callIndicators(context);
  targetRoutes(context);
}

function workbook({ app, database }: RouteContext): void {
  const fill = async (code: string) => {
    const call = callOf(code);
    const filled = fillWorkbook(call, await readFacts(database, call));
    const details = { call: code, rows: filled.sheets.map(({ rows }) => rows.length) };
    await recordAudit(database, { action: 'justify', subjectType: 'justification', subjectId: code, details });
    return filled;
  };

  app.route({
    method: 'GET',
    url: '/v1/staff/justification/:call',
    config: { access },
    schema: {
      operationId: 'getJustification',
      tags,
      summary: 'Get the funder’s rows of a call',
      description:
        'The sheets Actuacions, Participants, InsercionsLaborals, EntitatCreada and Acompanyaments, of accompaniments ' +
        'alone, and what the funder would send back. Training has its part in the same shape.',
      params,
      response: { 200: justificationSchema },
    },
    handler: async (request) => {
      const { sheets, problems } = await fill(request.params.call);
      const language = preferredLanguage(request);
      return {
        call: request.params.call,
        sheets: sheets.map((sheet) => plainSheet(sheet)),
        problems: problems.map((problem) => ({ ...problem, message: problemMessages[problem.code][language] })),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/justification/:call.xlsx',
    config: { access },
    schema: {
      operationId: 'downloadJustification',
      tags,
      summary: 'Download the funder’s rows of a call',
      description: 'The same as a spreadsheet: headings to the letter, real dates, real numbers.',
      params,
      response: {
        200: { description: 'The workbook.', content: { [workbookMediaType]: { schema: z.any() } } },
      },
    },
    handler: async (request, reply) => {
      const { sheets } = await fill(request.params.call);
      const contents = await writeWorkbook(sheets.map((sheet) => plainSheet(sheet)));
      return reply
        .header('content-disposition', `attachment; filename="acompanyament-${request.params.call}.xlsx"`)
        .type(workbookMediaType)
        .send(contents);
    },
  });
}

const indicatorSchema = z.object({
  indicator: z.enum(indicatorNames),
  label: z.object({ ca: z.string(), es: z.string(), en: z.string() }),
  value: z.int(),
  target: z.int().nullable(),
  percent: z.int().nullable().describe('Of the target.'),
  setBy: z.string().nullable(),
  setAt: z.iso.datetime().nullable(),
});

function callIndicators({ app, database }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/justification/:call/indicators',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listIndicators',
      tags,
      summary: 'See how a call goes',
      description: 'Each indicator as it stands now, beside what was promised.',
      params,
      response: {
        200: z.object({
          call: z.string(),
          targetsVersion: z.int().describe('For `If-Match` when the targets are set.'),
          items: z.array(indicatorSchema),
        }),
      },
    },
    handler: async (request) => {
      const call = callOf(request.params.call);
      // The version first: whoever sets a target between the two reads is then told of, never overwritten.
      const targetsVersion = await readTargetVersion(database, call);
      const lines = await readIndicators(database, call);
      return {
        call: call.code,
        targetsVersion,
        items: lines.map((line) => ({
          ...line,
          label: indicators[line.indicator],
          percent: line.target === null || line.target === 0 ? null : Math.round((line.value / line.target) * 100),
        })),
      };
    },
  });
}
