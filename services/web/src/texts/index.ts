import { type Language, languages } from '@ateneu/kernel';

import { accompanimentTexts } from './accompaniment.texts.ts';
import { componentTexts } from './components.texts.ts';
import { accompanimentDeskTexts } from './console-accompaniment.texts.ts';
import { caseTexts } from './console-cases.texts.ts';
import { consoleCourseTexts } from './console-courses.texts.ts';
import { consoleDirectoryTexts } from './console-directory.texts.ts';
import { consoleInitiativeTexts } from './console-initiative.texts.ts';
import { consoleNoticeTexts, noticeKindTexts } from './console-notices.texts.ts';
import { consolePartnerTexts } from './console-partners.texts.ts';
import { outcomeTexts } from './console-outcomes.texts.ts';
import { projectTexts } from './console-projects.texts.ts';
import { privacyTexts } from './console-privacy.texts.ts';
import { consoleTexts } from './console.texts.ts';
import { consoleWorkbookTexts } from './console-workbooks.texts.ts';
import { consoleSessionTexts } from './console-sessions.texts.ts';
import { textsIn, type TextsOf } from './define.ts';
import { deskTexts } from './desk.texts.ts';
import { directoryTexts } from './directory.texts.ts';
import { homeTexts } from './home.texts.ts';
import { partnerDeskTexts } from './partner-desk.texts.ts';
import { partnerSignInTexts } from './partner-sign-in.texts.ts';
import { shellTexts } from './shell.texts.ts';
import { statementTexts } from './statements.texts.ts';
import { trainingTexts } from './training.texts.ts';

/** The catalogue: every text of the site, by area. */
const catalogue = {
  shell: shellTexts,
  home: homeTexts,
  directory: directoryTexts,
  training: trainingTexts,
  accompaniment: accompanimentTexts,
  statements: statementTexts,
  components: componentTexts,
  desk: deskTexts,
  console: consoleTexts,
  consoleSessions: consoleSessionTexts,
  consoleCourses: consoleCourseTexts,
  consoleDirectory: consoleDirectoryTexts,
  consoleInitiative: consoleInitiativeTexts,
  consoleNotices: consoleNoticeTexts,
  noticeKinds: noticeKindTexts,
  consolePartners: consolePartnerTexts,
  workbooks: consoleWorkbookTexts,
  projects: projectTexts,
  outcomes: outcomeTexts,
  cases: caseTexts,
  accompanimentDesk: accompanimentDeskTexts,
  privacy: privacyTexts,
  partnerDesk: partnerDeskTexts,
  partnerSignIn: partnerSignInTexts,
};

/** The catalogue as one reader sees it. */
export type Texts = { readonly [Area in keyof typeof catalogue]: TextsOf<(typeof catalogue)[Area]> };

const byLanguage = new Map(
  languages.map((language) => [
    language,
    Object.fromEntries(Object.entries(catalogue).map(([area, texts]) => [area, textsIn(texts, language)])) as Texts,
  ]),
);

/** Every text in one language. */
export function textsFor(language: Language): Texts {
  const texts = byLanguage.get(language);
  if (texts === undefined) throw new Error(`There are no texts in ${language}.`);
  return texts;
}
