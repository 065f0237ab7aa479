export { accompanimentPage } from './accompaniment.page.ts';
export { requestPage } from './request.page.ts';
