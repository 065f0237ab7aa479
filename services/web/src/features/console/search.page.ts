import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../shell/desk-page.ts';
import { formatDate } from '../../ui/dates.ts';
import { partOf } from '../../ui/parts.ts';
import { type Answer, settle } from '../../upstream/answer.ts';
import { queryOf } from '../../ui/lists.ts';

interface Found {
  readonly href: string;
  readonly text: string;
  readonly about: string;
}

/** Where what the search of the directory found is shown. */
const directoryPaths = { initiative: 'initiatives', correction: 'corrections', 'good-practice': 'practices' } as const;

/** Search across everything: the services are asked at once, and each gives its own part. */
export function searchPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/search', {
    get: async (view, request) => {
      const { console: t, cases: c, desk: words, consolePartners: p, consoleCourses: w, consoleDirectory: d } = view.t;
      const kinds = {
        project: words.project,
        accompaniment: c.accompanimentOne,
        member: words.person,
        intake: c.intakeTitle,
        referral: c.referralsTitle,
        partner: c.partner,
      };
      const directoryKinds = {
        initiative: d.initiativeOne,
        correction: t.correctionTitle,
        'good-practice': d.practiceSection,
      };
      const trainingKinds = {
        course: w.ofCourse,
        session: w.session,
        enrolment: w.enrolment,
        certificate: w.certificate,
      };
      const q = (queryOf(request, 'q') ?? '').trim().slice(0, 100);
      if (q.length < 2)
        return {
          title: t.searchAll,
          body: html`<h1>${t.searchAll}</h1>
            <p>${t.searchEmpty}</p>`,
        };
      const { directory, training, accompaniment, notifications } = view.api;
      const address = /^\S+@\S+\.\S+$/.test(q) ? q : undefined;
      const [initiatives, taught, cases, deliveries] = await Promise.all([
        settle(directory.GET('/v1/staff/search', { params: { query: { q, limit: 30 } } })),
        settle(training.GET('/v1/staff/search', { params: { query: { q, limit: 30 } } })),
        settle(accompaniment.GET('/v1/staff/search', { params: { query: { q } } })),
        address === undefined
          ? undefined
          : settle(notifications.GET('/v1/staff/deliveries', { params: { query: { recipient: address, limit: 20 } } })),
      ]);
      const day = (at: string): string => formatDate(view.language, 'day', at);
      const parts = [
        part(view, t.initiatives, initiatives, ({ type, id, label }) => ({
          href: view.at(`/${directoryPaths[type]}/${id}`),
          text: label,
          about: directoryKinds[type],
        })),
        part(view, t.sessions, taught, ({ type, id, within, label, about, at }) => ({
          href: trainingAddress(view, { type, id, within }),
          text: view.plain(label),
          about: [trainingKinds[type], about === null ? '' : view.plain(about), at === null ? '' : day(at)]
            .filter((word) => word !== '')
            .join(', '),
        })),
        part(view, t.searchCases, cases, ({ type, id, within, label }) => ({
          href: caseAddress(view, { type, id, within }),
          text: label,
          about: kinds[type],
        })),
        ...(deliveries === undefined
          ? []
          : [
              part(view, p.deliveriesTitle, deliveries, ({ id, subject, createdAt }) => ({
                href: view.at(`/deliveries/${id}`),
                text: subject,
                about: day(createdAt),
              })),
            ]),
      ].filter((one) => one !== undefined);
      return {
        title: t.searchTitle(q),
        body: html`<h1>${t.searchTitle(q)}</h1>
          ${parts.length === 0 ? html`<p>${t.searchNone}</p>` : parts}`,
      };
    },
  });
}

function part<T>(
  view: DeskView,
  title: string,
  answer: Answer<{ items: readonly T[] }>,
  found: (item: T) => Found,
): Html | undefined {
  const matches = answer.kind === 'ok' ? answer.data.items.map(found) : [];
  if (answer.kind === 'ok' && matches.length === 0) return undefined;
  return html`<section>
    <h2>${title}</h2>
    ${partOf(
      view,
      title.toLowerCase(),
      answer,
      () =>
        html`<ul class="tasks">
          ${matches.map(({ href, text, about }) => html`<li><a href="${href}">${text.trim()}</a> <span class="small">${about}</span></li>`)}
        </ul>`,
    )}
  </section>`;
}

/** Where something that the search of training found is shown; of a certificate, the document itself. */
function trainingAddress(
  view: DeskView,
  { type, id, within }: { type: 'course' | 'session' | 'enrolment' | 'certificate'; id: string; within: string | null },
): string {
  switch (type) {
    case 'course':
      return view.at(`/courses/${id}`);
    case 'session':
      return view.at(`/sessions/${id}`);
    case 'enrolment':
      return view.at(`/sessions/${within}/enrolments/${id}`);
    case 'certificate':
      return view.at(`/certificates/${id}/document`);
  }
}

/** Where something that the search of cases found is shown; a member by their project, with its group. */
function caseAddress(
  view: DeskView,
  { type, id, within }: { type: keyof typeof casePaths | 'member'; id: string; within: string | null },
): string {
  return type === 'member' ? view.at(`/projects/${within ?? id}`) : view.at(`/${casePaths[type]}/${id}`);
}

const casePaths = {
  project: 'projects',
  accompaniment: 'accompaniments',
  intake: 'intake',
  referral: 'referrals',
  partner: 'partners',
} as const;
