import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import { exportInitiatives } from './export-initiatives.route.ts';
import type { ExportStore } from './export.store.ts';
import { importInitiatives } from './import-initiatives.route.ts';
import { keptExports } from './kept-exports.route.ts';
import type { ImportStore } from './import.store.ts';

/** What the feature's routes work with. */
export interface ExchangeRoutes {
  imports: ImportStore;
  exports: ExportStore;
  database: Database;
  clock: Clock;
  /** Have the background job look what there is to do. */
  runImports: () => Promise<void>;
  runExports: () => Promise<void>;
}

/** Initiatives by the file: in, and out. */
export function exchangeRoutes(app: App, context: ExchangeRoutes): void {
  importInitiatives(app, context);
  exportInitiatives(app, context);
  keptExports(app, context);
}
