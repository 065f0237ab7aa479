import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import type { Desk, DeskContext, DeskView } from '../../shell/desk-page.ts';
import { accompanimentPages } from './accompaniment/accompaniment.page.ts';
import { accompanimentWorkPages } from './accompaniment/accompaniment-work.pages.ts';
import { accompanimentsPage } from './accompaniment/accompaniments.page.ts';
import { attendancePages } from './training/attendance.pages.ts';
import { certificatePages } from './training/certificates.pages.ts';
import { courseEditPages } from './training/course-edit.pages.ts';
import { coursePage } from './training/course.page.ts';
import { coursesPage } from './training/courses.page.ts';
import { doorPages } from './training/door.pages.ts';
import { enrolmentEditPages } from './training/enrolment-edit.pages.ts';
import { enrolmentPages } from './training/enrolment.pages.ts';
import { headCountPages } from './training/head-counts.pages.ts';
import { roomEditPages } from './training/room-edit.pages.ts';
import { roomPages } from './training/rooms.pages.ts';
import { correctionPages } from './directory/corrections.pages.ts';
import { deadLetterPages } from './dead-letters.pages.ts';
import { deliveryPages } from './notifications/deliveries.pages.ts';
import { exportPages } from './directory/export.pages.ts';
import { isCoordinator } from './roles.ts';
import { importPage } from './directory/import.page.ts';
import { importsPages } from './directory/imports.pages.ts';
import { overduePages } from './directory/overdue.pages.ts';
import { practiceDeskPages } from './directory/practices.pages.ts';
import { practiceEditPages } from './directory/practice-edit.pages.ts';
import { suppressionPages } from './notifications/suppressions.pages.ts';
import { textPages } from './notifications/text.pages.ts';
import { textsPage } from './notifications/texts.pages.ts';
import { initiativeModerationPage } from './directory/initiative.page.ts';
import { initiativeEditPages } from './directory/initiative-edit.pages.ts';
import { initiativesPage } from './directory/initiatives.page.ts';
import { intakePages } from './accompaniment/intake.pages.ts';
import { insertionPages } from './accompaniment/insertions.pages.ts';
import { itineraryPages } from './accompaniment/itineraries.pages.ts';
import { outcomePages } from './accompaniment/outcome.pages.ts';
import { workPage } from './accompaniment/work.page.ts';
import { targetPages } from './justification/targets.pages.ts';
import { projectNewPages } from './accompaniment/project-new.pages.ts';
import { projectPages } from './accompaniment/project.pages.ts';
import { projectDocumentPages } from './accompaniment/project-documents.pages.ts';
import { projectMemberPages } from './accompaniment/project-members.pages.ts';
import { projectsPage } from './accompaniment/projects.page.ts';
import { partnerEditPages } from './accompaniment/partner-edit.pages.ts';
import { partnerPages } from './accompaniment/partners.pages.ts';
import { referralPages } from './accompaniment/referral.pages.ts';
import { referralsPage } from './accompaniment/referrals.page.ts';
import { auditPages } from './privacy/audit.pages.ts';
import { privacyPages } from './privacy/privacy.pages.ts';
import { searchPage } from './search.page.ts';
import { sessionDeskPage } from './training/session.page.ts';
import { sessionEditPages } from './training/session-edit.pages.ts';
import { sessionsPage } from './training/sessions.page.ts';
import { signInPages } from './sign-in.pages.ts';
import { surveyPages } from './training/survey.pages.ts';
import { todayPage } from './today.page.ts';
import { keptChangesPage } from './justification/kept-changes.page.ts';
import { keptPages } from './justification/kept.pages.ts';
import { workbookPages } from './justification/workbook.pages.ts';

/** The console of the ateneu's team: every page of it. */
export async function staffConsole(app: App, context: DeskContext): Promise<void> {
  const desk: Desk = {
    area: 'console',
    context,
    bearer: ({ staff }) => staff?.accessToken,
    menu: (view) => {
      const { console: t } = view.t;
      if (view.staff === undefined) return [];
      return [
        ['', t.today],
        ['/initiatives', t.initiatives],
        ['/sessions', t.sessions],
        ['/intake', t.intake],
        ['/referrals', t.referrals],
        ['/accompaniments', t.accompaniments],
        ['/partners', t.partners],
        ['/deliveries', t.deliveries],
        ['/justification', t.justification],
        ...(isCoordinator(view) ? [['/privacy', view.t.privacy.menu] as const] : []),
        ...(view.staff.roles.includes('admin') ? [['/dead-letters', t.deadLetters] as const] : []),
      ];
    },
    head: searchBox,
  };
  signInPages(app, desk);
  todayPage(app, desk);
  initiativesPage(app, desk);
  initiativeEditPages(app, desk);
  initiativeModerationPage(app, desk);
  correctionPages(app, desk);
  practiceDeskPages(app, desk);
  practiceEditPages(app, desk);
  overduePages(app, desk);
  await importsPages(app, desk);
  importPage(app, desk);
  exportPages(app, desk);
  sessionsPage(app, desk);
  sessionEditPages(app, desk);
  sessionDeskPage(app, desk);
  attendancePages(app, desk);
  enrolmentPages(app, desk);
  enrolmentEditPages(app, desk);
  doorPages(app, desk);
  headCountPages(app, desk);
  coursesPage(app, desk);
  courseEditPages(app, desk);
  coursePage(app, desk);
  roomPages(app, desk);
  roomEditPages(app, desk);
  certificatePages(app, desk);
  surveyPages(app, desk);
  intakePages(app, desk);
  referralsPage(app, desk);
  referralPages(app, desk);
  projectsPage(app, desk);
  projectNewPages(app, desk);
  projectPages(app, desk);
  projectMemberPages(app, desk);
  projectDocumentPages(app, desk);
  accompanimentsPage(app, desk);
  accompanimentPages(app, desk);
  accompanimentWorkPages(app, desk);
  outcomePages(app, desk);
  insertionPages(app, desk);
  workPage(app, desk);
  itineraryPages(app, desk);
  partnerPages(app, desk);
  partnerEditPages(app, desk);
  deliveryPages(app, desk);
  textsPage(app, desk);
  textPages(app, desk);
  suppressionPages(app, desk);
  deadLetterPages(app, desk);
  workbookPages(app, desk);
  keptPages(app, desk);
  keptChangesPage(app, desk);
  targetPages(app, desk);
  privacyPages(app, desk);
  auditPages(app, desk);
  searchPage(app, desk);
}

function searchBox(view: DeskView): Html {
  if (view.staff === undefined) return html``;
  const { console: t } = view.t;
  return html`<form class="head-search" action="${view.at('/search')}" role="search">
    <label class="visually-hidden" for="search-all">${t.searchAll}</label>
    <input id="search-all" name="q" type="search" placeholder="${t.searchAll}" accesskey="s" />
    <button class="button button-quiet" type="submit">${t.search}</button>
  </form>`;
}
