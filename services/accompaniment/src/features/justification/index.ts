export { justificationRoutes } from './justification.routes.ts';
export { forgetInWorkbooks, workbookSource } from './workbook.source.ts';
