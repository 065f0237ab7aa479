/**
 * A service's part of the funder's workbook, kept as it was at one moment: made in the background, the same ever after but
 * for what an erasure takes out of it, and found again. An entry point of its own, for the services that have a part.
 *
 * @packageDocumentation
 */
export { compareSheets, listedRows, type RowChange, type SheetChanges } from './compare-sheets.ts';
export { type Forgetting, forgetPeople } from './forget-people.store.ts';
export { keepWorkbooks, type KeepingWork } from './keep-workbooks.job.ts';
export { workbooksKeptDays } from './kept-workbook.config.ts';
export { keptWorkbooks } from './kept-workbook.migration.ts';
export { type KeptWorkbookRoutes } from './kept-workbook.context.ts';
export { keptWorkbookRoutes } from './kept-workbook.routes.ts';
export { forgetOldWorkbooks } from './kept-workbook.store.ts';
export { keptRowsOf } from './kept-workbooks.query.ts';
export type {
  FilledPart,
  KeptCell,
  KeptColumn,
  KeptProblem,
  KeptRow,
  KeptSheet,
  KeptStatus,
  WorkbookSource,
} from './kept-workbook.ts';
