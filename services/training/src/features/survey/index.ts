export { surveyRoutes } from './survey.routes.ts';
export { inviteToSurveys } from './survey.store.ts';
export { shuffleAnswers } from './survey.shuffle.ts';
