import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { bars } from '../../../ui/charts.ts';
import { paramOf, table } from '../../../ui/lists.ts';
import { notice } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/training.ts';

type Survey = paths['/v1/staff/sessions/{id}/survey']['get']['responses'][200]['content']['application/json'];

/** What people said of a session, counted; its certificates; and the sheet to sign. */
export function surveyPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions/:id/survey', {
    get: async (view, request) => {
      const { consoleSessions: t } = view.t;
      const path = { id: paramOf(request, 'id') };
      const [session, survey] = await Promise.all([
        settle(view.api.training.GET('/v1/staff/sessions/{id}', { params: { path } })),
        settle(view.api.training.GET('/v1/staff/sessions/{id}/survey', { params: { path } })),
      ]);
      const { title } = must(session);
      const { invited, answered, questions } = must(survey);
      return {
        title: `${t.survey}: ${view.plain(title)}`,
        section: 'sessions',
        body: html`<h1>${t.survey}</h1>
          <p class="lead"><a href="${view.at(`/sessions/${path.id}`)}">${view.say(title)}</a></p>
          <p>${t.surveyAnswered(answered, invited)}</p>
          ${answered === 0 ? notice('info', t.surveyNone) : questions.map((question) => questionPart(view, question))}`,
      };
    },
  });
  deskPage(app, desk, '/sessions/:id/certificates', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const answer = await settle(
        view.api.training.POST('/v1/staff/sessions/{id}/certificates', { params: { path: { id } }, body: {} }),
      );
      return outcome(view, answer, { done: view.t.consoleSessions.certificatesIssued, to: view.at(`/sessions/${id}`) });
    },
  });
  deskPage(app, desk, '/sessions/:id/sheet', {
    get: async (view, request) => {
      const id = paramOf(request, 'id');
      const sheet = must(
        await settle(
          view.api.training.GET('/v1/staff/sessions/{id}/attendance.pdf', {
            params: { path: { id } },
            parseAs: 'arrayBuffer',
          }),
        ),
      );
      return { file: Buffer.from(sheet), name: `full-${id}.pdf`, type: 'application/pdf' };
    },
  });
}

function questionPart(view: DeskView, { label, answered, mean, counts, texts }: Survey['questions'][number]): Html {
  const t = view.t.consoleSessions;
  const entries = Object.entries(counts);
  const most = Math.max(1, ...entries.map(([, count]) => count));
  const name = view.plain(label);
  return html`<section>
    <h2>${view.say(label)} <small>${answered}</small></h2>
    ${mean !== null && html`<p>${t.surveyMean(new Intl.NumberFormat(view.language, { maximumFractionDigits: 1 }).format(mean))}</p>`}
    ${
      entries.length > 0 &&
      html`${bars(
        name,
        entries.map(([value, count]) => ({ label: value, value: count, text: String(count) })),
        { most },
      )}
      ${table(view, `${name}: ${t.surveyAnswers}`, { headings: [t.surveyAnswers, ''], rows: entries.map(([value, count]) => [value, count]) })}`
    }
    ${
      texts.length > 0 &&
      html`<ul>
        ${texts.map((text) => html`<li>${text}</li>`)}
      </ul>`
    }
  </section>`;
}
