export { exchangeRoutes, type ExchangeRoutes } from './exchange.routes.ts';
export { createImportStore, type ImportStore } from './import.store.ts';
export { runImports } from './run-imports.job.ts';
export { createExportStore, type ExportStore, takeExportsAway } from './export.store.ts';
export { type ExportWork, runExports } from './run-exports.job.ts';
