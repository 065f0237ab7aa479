export { certificatePage } from './certificate.page.ts';
export { sessionCard } from './session-card.view.ts';
export { sessionPage } from './session.page.ts';
export { trainingPage } from './training.page.ts';
