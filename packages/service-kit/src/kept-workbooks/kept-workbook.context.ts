import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

import type { App } from '../app-type.ts';
import type { KeptWorkbookErrors, WorkbookSource } from './kept-workbook.ts';

/** What the routes work with. */
export interface KeptWorkbookRoutes {
  readonly app: App;
  readonly database: Database;
  readonly clock: Clock;
  readonly source: WorkbookSource;
  /** Has the job look at once; it would within a minute. */
  readonly wake: () => void;
}

/** Where they are. */
export const workbooksUrl = '/v1/staff/justification/:call/workbooks';

/** The same, with the service's refusals. */
export interface KeptWorkbookContext extends KeptWorkbookRoutes {
  readonly errors: KeptWorkbookErrors;
}
