export { correctPage } from './correct.page.ts';
export { directoryPage } from './directory.page.ts';
export { initiativeCard } from './initiative-card.view.ts';
export { initiativePage } from './initiative.page.ts';
export { practicePages } from './practices.pages.ts';
export { proposePage } from './propose.page.ts';
