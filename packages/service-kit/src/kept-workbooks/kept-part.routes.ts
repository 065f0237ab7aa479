import type { Language } from '@ateneu/kernel';
import { recordAudit } from '@ateneu/persistence';
import { z } from 'zod';

import { preferredLanguage } from '../language.ts';
import { idSchema } from '../schemas.ts';
import { compareSheets } from './compare-sheets.ts';
import type { KeptProblem, KeptSheet } from './kept-workbook.ts';
import { type KeptWorkbookContext, workbooksUrl } from './kept-workbook.context.ts';
import { changesSchema, partSchema, problemsSchema, workbookParams } from './kept-workbook.schemas.ts';
import type { WorkbookId } from './kept-workbook.store.ts';
import { findWorkbook, readProblems, readSheets } from './kept-workbooks.query.ts';

/** What a kept part says: it names people, so that every look is recorded. */
export function keptPartRoutes({ app, database, source, errors }: KeptWorkbookContext): void {
  const config = { access: { kind: 'staff', roles: [source.role] } } as const;
  /** @throws DomainError `….kept-workbook.not-found`, or `.not-ready` */
  const mustBeReady = async (of: WorkbookId): Promise<void> => {
    const found = await findWorkbook(database, of);
    if (found === undefined) throw errors.notFound();
    if (found.status !== 'ready') throw errors.notReady();
  };
  const record = (what: string, { call, id }: WorkbookId, details: object): Promise<void> =>
    recordAudit(database, {
      action: 'read',
      subjectType: 'justification',
      subjectId: call,
      details: { workbook: id, what, ...details },
    });
  const told = (problems: readonly KeptProblem[], language: Language) =>
    problems.map((problem) => ({ ...problem, message: source.sentenceOf(problem.code, language) }));

  app.route({
    method: 'GET',
    url: `${workbooksUrl}/:id/part`,
    config,
    schema: {
      operationId: 'readKeptPart',
      tags: ['Justification'],
      summary: 'Read a kept part',
      description: 'Sheets and problems as they were when it was kept. Every read is recorded.',
      params: workbookParams,
      response: { 200: partSchema },
    },
    handler: async (request) => {
      const { params } = request;
      await mustBeReady(params);
      const sheets = await readSheets(database, params.id);
      const problems = await readProblems(database, params.id);
      await record('part', params, { rows: sheets.map(({ rows }) => rows.length) });
      return {
        call: params.call,
        sheets: sheets.map(({ name, columns, rows }) => ({
          name,
          columns: [...columns],
          rows: rows.map(({ cells }) => [...cells]),
        })),
        problems: told(problems, preferredLanguage(request)),
      };
    },
  });

  app.route({
    method: 'GET',
    url: `${workbooksUrl}/:id/problems`,
    config,
    schema: {
      operationId: 'readKeptProblems',
      tags: ['Justification'],
      summary: 'Read what was to be mended in a kept part',
      description: 'As it was when it was kept. Every read is recorded.',
      params: workbookParams,
      response: { 200: problemsSchema },
    },
    handler: async (request) => {
      const { params } = request;
      await mustBeReady(params);
      const problems = await readProblems(database, params.id);
      await record('problems', params, { problems: problems.length });
      return { items: told(problems, preferredLanguage(request)) };
    },
  });

  app.route({
    method: 'GET',
    url: `${workbooksUrl}/:id/changes`,
    config,
    schema: {
      operationId: 'compareKeptPart',
      tags: ['Justification'],
      summary: 'See what changed since a part was kept',
      description:
        'By sheet: the rows that came, went or differ, in the part as it is now or in the kept one of `to`. Every read is ' +
        'recorded.',
      params: workbookParams,
      querystring: z.object({ to: idSchema.optional() }),
      response: { 200: changesSchema },
    },
    handler: async ({ params, query }) => {
      const later = query.to === undefined ? undefined : { call: params.call, id: query.to };
      await mustBeReady(params);
      if (later !== undefined) await mustBeReady(later);
      const before = await readSheets(database, params.id);
      const after: readonly KeptSheet[] =
        later === undefined ? (await source.fill(params.call)).sheets : await readSheets(database, later.id);
      await record('changes', params, { to: later?.id ?? 'now' });
      return { sheets: compareSheets(before, after) };
    },
  });
}
