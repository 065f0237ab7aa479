export { statementPages } from './statements.pages.ts';
