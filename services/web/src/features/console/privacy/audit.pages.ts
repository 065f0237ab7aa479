import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { formWriter } from '../../../ui/form.ts';
import { queryOf, table } from '../../../ui/lists.ts';
import { badge, notice, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { type AuditLine, readAuditTrail } from '../../../upstream/audit-trail.ts';
import { serviceName } from './service-names.view.ts';

const kinds = ['intake', 'referral', 'project'] as const;
/** How many lines the page shows: the rest is found by narrowing the search. */
const mostLines = 100;
const sections = { intake: 'intake', referral: 'referrals', project: 'projects' } as const;

/** Who looked at what, and what retention is about to do. */
export function auditPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/privacy/audit', {
    get: async (view, request) => {
      const t = view.t.privacy;
      const [subjectId, actorId] = [queryOf(request, 'subjectId'), queryOf(request, 'actorId')];
      const refused = queryOf(request, 'refused') === 'yes';
      const action = refused ? 'refuse' : queryOf(request, 'action');
      const { lines, missing, refused: denied } = await readAuditTrail(view.api, given({ subjectId, actorId, action }));
      const values = { subjectId: subjectId ?? '', actorId: actorId ?? '', action: refused ? '' : (action ?? '') };
      const form = formWriter(view, { values: { ...values, refused: refused ? 'yes' : '' }, errors: {} });
      return {
        title: t.audit,
        section: 'privacy',
        body: html`<h1>${t.audit}</h1>
          <p class="lead">${t.auditLead}</p>
          <form action="${view.at('/privacy/audit')}" class="filters">
            ${form.text('subjectId', t.subject)} ${form.text('actorId', t.actor)} ${form.text('action', t.action)}
            ${form.check('refused', t.refusedOnly)}
            <p class="actions"><button class="button" type="submit">${t.search}</button></p>
          </form>
          ${missing.map((name) => notice('warning', view.t.shell.partDown(serviceName(view, name).toLowerCase())))}
          ${partOf(view, t.audit.toLowerCase(), denied ?? { kind: 'ok', data: lines, etag: undefined }, (items) =>
            table(view, t.audit, {
              headings: [t.when, t.where, t.who, t.action, t.what, t.details],
              rows: items
                .slice(0, mostLines)
                .map((line) => [
                  time(view.language, 'short', line.at),
                  serviceName(view, line.service),
                  who(view, line),
                  line.action === 'refuse' ? badge('bad', line.action) : line.action,
                  html`${line.subjectType}
                  ${line.subjectId !== '*' && html`<a href="${view.at('/privacy/audit', { subjectId: line.subjectId })}"><code>${line.subjectId.slice(-12)}</code></a>`}`,
                  line.details !== null && html`<code class="small">${JSON.stringify(line.details)}</code>`,
                ]),
            }),
          )}
          <p><a href="${view.at('/privacy')}">${t.back}</a></p>`,
      };
    },
  });
  deskPage(app, desk, '/privacy/retention', {
    get: async (view) => {
      const t = view.t.privacy;
      const answer = await settle(view.api.accompaniment.GET('/v1/staff/privacy/retention'));
      const names = { intake: t.kindIntake, referral: t.kindReferral, project: t.kindProject };
      const steps = { warn: t.stepWarn, wait: t.stepWait, anonymise: t.stepAnonymise };
      return {
        title: t.retention,
        section: 'privacy',
        body: html`<h1>${t.retention}</h1>
          <p class="lead">${t.retentionLead}</p>
          ${partOf(view, t.retention.toLowerCase(), answer, ({ items }) =>
            items.length === 0
              ? notice('info', t.retentionNone)
              : table(view, t.retention, {
                  headings: [t.kind, t.since, t.warnedAt, t.next, view.t.desk.actions],
                  rows: items.map(({ kind, id, since, warnedAt, step }) => [
                    html`<a href="${view.at(`/${sections[kind]}/${id}`)}">${names[kind]}</a>`,
                    time(view.language, 'day', since),
                    warnedAt !== null && time(view.language, 'day', warnedAt),
                    badge(step === 'anonymise' ? 'bad' : step === 'warn' ? 'attention' : 'neutral', steps[step]),
                    view.form(
                      view.at('/privacy/retention'),
                      html`<input type="hidden" name="kind" value="${kind}" /><input
                          type="hidden"
                          name="id"
                          value="${id}"
                        />`,
                      html`<button class="button button-quiet" type="submit">${t.keep}</button>`,
                    ),
                  ]),
                }),
          )}
          <p><a href="${view.at('/privacy')}">${t.back}</a></p>`,
      };
    },
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const kind = kinds.find((one) => one === fields.text('kind')) ?? 'intake';
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/privacy/retention/keep', { body: { kind, id: fields.required('id') } }),
      );
      return outcome(view, answer, { done: view.t.privacy.kept, to: view.at('/privacy/retention') });
    },
  });
}

function who(view: DeskView, line: AuditLine): Html {
  const t = view.t.privacy;
  const names: Record<string, string> = {
    staff: t.kindStaff,
    partner: t.kindPartner,
    citizen: t.kindCitizen,
    system: t.kindSystem,
  };
  const kind = names[line.actorKind] ?? line.actorKind;
  if (line.actorName === null) return html`${kind}`;
  return html`<a href="${view.at('/privacy/audit', { actorId: line.actorId })}">${line.actorName}</a>
    <small>${kind}</small>`;
}
