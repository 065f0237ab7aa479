import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { bars } from '../../../ui/charts.ts';
import { given } from '../../../ui/fields.ts';
import { type FormState, formWriter, refusedForm } from '../../../ui/form.ts';
import { queryOf, table } from '../../../ui/lists.ts';
import { partOf } from '../../../ui/parts.ts';
import { type Answer, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/accompaniment.ts';
import { hoursOf } from './accompaniments.page.ts';

type Load = paths['/v1/staff/load']['get']['responses'][200]['content']['application/json'];
type Hours = paths['/v1/staff/hours']['get']['responses'][200]['content']['application/json'];

/** What each person of the team has in hand, and where the hours of a period went. */
export function workPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/work', {
    get: async (view, request) => {
      const { outcomes: t, desk: words } = view.t;
      const days = given({ from: queryOf(request, 'from'), to: queryOf(request, 'to') });
      const hours = (by: 'technician' | 'project') =>
        settle(view.api.accompaniment.GET('/v1/staff/hours', { params: { query: { by, ...days } } }));
      const [load, byTechnician, byProject] = await Promise.all([
        settle(view.api.accompaniment.GET('/v1/staff/load')),
        hours('technician'),
        hours('project'),
      ]);
      const state = periodState(days, byTechnician);
      const form = formWriter(view, state);
      return {
        title: t.workTitle,
        section: 'accompaniments',
        body: html`<h1>${t.workTitle}</h1>
          <h2>${t.load}</h2>
          ${partOf(view, t.load.toLowerCase(), load, (data) => loadPart(view, data))}
          <h2 id="hours">${view.t.cases.hours}</h2>
          ${form.summary()}
          <form action="${view.at('/work')}#hours" novalidate>
            <div class="pair">
              ${form.text('from', t.from, { type: 'date' })} ${form.text('to', t.to, { type: 'date' })}
            </div>
            <p class="actions"><button class="button button-quiet" type="submit">${words.filter}</button></p>
          </form>
          <h3>${t.hoursByTechnician}</h3>
          ${partOf(view, t.hoursByTechnician.toLowerCase(), byTechnician, (data) => hoursPart(view, t.hoursByTechnician, words.person, data))}
          <h3>${t.hoursByProject}</h3>
          ${partOf(view, t.hoursByProject.toLowerCase(), byProject, (data) =>
            hoursPart(view, t.hoursByProject, words.project, data, (id) => view.at(`/projects/${id}`)),
          )}`,
      };
    },
  });
}

/** What is wrong with the days, at their fields. */
function periodState(days: { from?: string; to?: string }, answer: Answer<Hours>): FormState {
  const refused = answer.kind === 'refused' ? answer.problem : undefined;
  if (refused === undefined) return { values: days, errors: {} };
  const errors = (refused.errors ?? []).map((error) => ({
    ...error,
    pointer: error.pointer.replace(/^\/(query|querystring)\//, '/body/'),
  }));
  return refusedForm(days, { ...refused, errors });
}

function loadPart(view: DeskView, { items }: Load): Html {
  const { outcomes: t, cases } = view.t;
  const most = Math.max(1, ...items.map(({ inProgress }) => inProgress));
  return html`${
    items.length > 0 &&
    bars(
      t.loadPicture,
      items.map(({ name, inProgress }) => ({ label: name, value: inProgress, text: String(inProgress) })),
      { most },
    )
  }
  ${table(view, t.load, {
    headings: [
      cases.technician,
      cases.planned,
      cases.inProgress,
      cases.paused,
      t.lastMonth,
      t.overdueTasks,
      t.meetingsToCome,
    ],
    rows: items.map((one) => [
      one.name,
      one.planned,
      one.inProgress,
      one.paused,
      hoursOf(view, one.minutesLast30Days),
      one.overdueTasks,
      one.meetingsToCome,
    ]),
  })}`;
}

function hoursPart(
  view: DeskView,
  caption: string,
  heading: string,
  { items }: Hours,
  link?: (id: string) => string,
): Html {
  const { outcomes: t, cases } = view.t;
  const total = items.reduce((sum, { minutes }) => sum + minutes, 0);
  return html`${table(view, caption, {
    headings: [heading, cases.hours, t.sessions, cases.accompanimentsTitle],
    rows: items.map(({ id, name, minutes, sessions, accompaniments }) => [
      link === undefined ? name : html`<a href="${link(id)}">${name}</a>`,
      hoursOf(view, minutes),
      sessions,
      accompaniments,
    ]),
  })}
  ${items.length > 0 && html`<p><strong>${t.total}: ${hoursOf(view, total)}</strong></p>`}`;
}
