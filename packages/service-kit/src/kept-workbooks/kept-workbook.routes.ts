import type { Database } from '@ateneu/persistence';
import { z } from 'zod';

import { keptPartRoutes } from './kept-part.routes.ts';
import { keptWorkbookErrors } from './kept-workbook.errors.ts';
import { type KeptWorkbookContext, type KeptWorkbookRoutes, workbooksUrl } from './kept-workbook.context.ts';
import type { KeptWorkbookErrors, WorkbookSource } from './kept-workbook.ts';
import { callParams, sentBody, workbookParams, workbookSchema } from './kept-workbook.schemas.ts';
import { markSent, requestWorkbook, type WorkbookId } from './kept-workbook.store.ts';
import { findWorkbook, type KeptWorkbook, listWorkbooks } from './kept-workbooks.query.ts';

/** Keeping a service's part of the funder's workbook, and finding it again as it was. */
export function keptWorkbookRoutes(routes: KeptWorkbookRoutes): void {
  const context = { ...routes, errors: keptWorkbookErrors(routes.source.service) };
  keepRoute(context);
  lookRoutes(context);
  keptPartRoutes(context);
  sentRoutes(context);
}

function keepRoute({ app, database, clock, source, errors, wake }: KeptWorkbookContext): void {
  app.route({
    method: 'PUT',
    url: `${workbooksUrl}/:id`,
    config: { access: { kind: 'staff', roles: [source.role] } },
    schema: {
      operationId: 'keepWorkbook',
      tags: ['Justification'],
      summary: 'Keep the part as it is now',
      description:
        'Made in the background and then the same for ever, under an id that the caller chooses: the same in every service ' +
        'that has a part. Asking again changes nothing; one that failed is begun again.',
      params: workbookParams,
      response: { 202: workbookSchema },
    },
    handler: async (request) => {
      const { params } = request;
      source.assertCall(params.call);
      if (await requestWorkbook(database, params, { at: clock.now(), errors })) wake();
      return viewOf(await must(database, params, errors), source);
    },
  });
}

function lookRoutes({ app, database, source, errors }: KeptWorkbookContext): void {
  const config = { access: { kind: 'staff', roles: [source.role] } } as const;
  app.route({
    method: 'GET',
    url: `${workbooksUrl}/:id`,
    config,
    schema: {
      operationId: 'getKeptWorkbook',
      tags: ['Justification'],
      summary: 'See how far a kept part is',
      description:
        'Where it stands, how many rows and problems it has, who kept it and whether it was sent. It names nobody.',
      params: workbookParams,
      response: { 200: workbookSchema },
    },
    handler: async ({ params }) => viewOf(await must(database, params, errors), source),
  });
  app.route({
    method: 'GET',
    url: workbooksUrl,
    config,
    schema: {
      operationId: 'listKeptWorkbooks',
      tags: ['Justification'],
      summary: 'List the kept parts of a call',
      description: 'The newest first, at most 200.',
      params: callParams,
      response: { 200: z.object({ items: z.array(workbookSchema) }) },
    },
    handler: async ({ params }) => {
      source.assertCall(params.call);
      const items = await listWorkbooks(database, params.call);
      return { items: items.map((item) => viewOf(item, source)) };
    },
  });
}

function sentRoutes({ app, database, clock, source, errors }: KeptWorkbookContext): void {
  const config = { access: { kind: 'staff', roles: [source.role] } } as const;
  app.route({
    method: 'PUT',
    url: `${workbooksUrl}/:id/sent`,
    config,
    schema: {
      operationId: 'markWorkbookSent',
      tags: ['Justification'],
      summary: 'Mark the workbook that the funder was sent',
      description: 'It is then kept for as long as the funder may audit the call. Marking again replaces the mark.',
      params: workbookParams,
      body: sentBody,
      response: { 200: workbookSchema },
    },
    handler: async ({ params, body }) => {
      const sent = { on: body.on, note: body.note ?? null, keptUntil: source.auditedUntil(params.call) };
      await markSent(database, params, sent, { at: clock.now(), errors });
      return viewOf(await must(database, params, errors), source);
    },
  });
  app.route({
    method: 'DELETE',
    url: `${workbooksUrl}/:id/sent`,
    config,
    schema: {
      operationId: 'unmarkWorkbookSent',
      tags: ['Justification'],
      summary: 'Take such a mark back',
      description: 'Where somebody marked the wrong one.',
      params: workbookParams,
      response: { 200: workbookSchema },
    },
    handler: async ({ params }) => {
      await markSent(database, params, null, { at: clock.now(), errors });
      return viewOf(await must(database, params, errors), source);
    },
  });
}

/** @throws DomainError `….kept-workbook.not-found` */
async function must(database: Database, params: WorkbookId, errors: KeptWorkbookErrors): Promise<KeptWorkbook> {
  const found = await findWorkbook(database, params);
  if (found === undefined) throw errors.notFound();
  return found;
}

function viewOf(item: KeptWorkbook, source: WorkbookSource): z.output<typeof workbookSchema> {
  const { sheetsDone, erasedRows, erasedAt, sentOn, sentNote, sentMarkedBy, ...rest } = item;
  return {
    ...rest,
    sheets: { done: sheetsDone, of: source.sheets },
    erased: erasedAt === null ? null : { rows: erasedRows, at: erasedAt },
    sent: sentOn === null ? null : { on: sentOn, note: sentNote, markedBy: sentMarkedBy ?? '' },
  };
}
