export { componentsPage } from './components.page.ts';
