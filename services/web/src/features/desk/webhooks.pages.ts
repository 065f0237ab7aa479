import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../shell/desk-page.ts';
import { time } from '../../ui/dates.ts';
import { fieldsOf, given } from '../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../ui/form.ts';
import { paramOf, step, table } from '../../ui/lists.ts';
import { badge, facts, partOf } from '../../ui/parts.ts';
import { must, settle } from '../../upstream/answer.ts';

/** Where the partner has its events posted to: addresses, their secrets, trials and log. */
export function webhookPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/webhooks', {
    get: (view) => listPage(view, emptyForm),
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.notifications.POST('/v1/partner/webhook-endpoints', {
          params: { header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: { url: fields.required('url'), ...given({ description: fields.text('description') }) },
        }),
      );
      if (answer.kind === 'ok') return secretPage(view, answer.data);
      if (answer.kind === 'down')
        return listPage(view, { values: fields.values, errors: {}, problem: view.t.shell.serviceDown }, 503);
      return listPage(view, refusedForm(fields.values, answer.problem), 422);
    },
  });
  deskPage(app, desk, '/webhooks/:id', { get: (view, request) => endpointPage(view, paramOf(request, 'id')) });
  const at = (id: string) => ({ params: { path: { id } } });
  const act = (name: string, call: (view: DeskView, id: string) => ReturnType<typeof settle>, home = false) => {
    deskPage(app, desk, `/webhooks/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        const answer = await call(view, id);
        return outcome(view, answer, {
          done: view.t.partnerDesk.done,
          to: view.at(home && answer.kind === 'ok' ? '/webhooks' : `/webhooks/${id}`),
        });
      },
    });
  };
  act('pause', (view, id) => settle(view.api.notifications.POST('/v1/partner/webhook-endpoints/{id}/pause', at(id))));
  act('resume', (view, id) => settle(view.api.notifications.POST('/v1/partner/webhook-endpoints/{id}/resume', at(id))));
  act(
    'delete',
    (view, id) => settle(view.api.notifications.DELETE('/v1/partner/webhook-endpoints/{id}', at(id))),
    true,
  );
  deskPage(app, desk, '/webhooks/:id/rotate', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const answer = await settle(
        view.api.notifications.POST('/v1/partner/webhook-endpoints/{id}/rotate-secret', { ...at(id), body: {} }),
      );
      return answer.kind === 'ok'
        ? secretPage(view, answer.data)
        : outcome(view, answer, { done: '', to: view.at(`/webhooks/${id}`) });
    },
  });
  deskPage(app, desk, '/webhooks/:id/test', {
    post: async (view, request) => {
      const t = view.t.partnerDesk;
      const id = paramOf(request, 'id');
      const answer = await settle(view.api.notifications.POST('/v1/partner/webhook-endpoints/{id}/test', at(id)));
      const to = view.at(`/webhooks/${id}`);
      if (answer.kind !== 'ok') return outcome(view, answer, { done: '', to });
      const { delivered, response, error } = answer.data;
      const text = delivered
        ? t.testOk(String(response?.status ?? ''))
        : t.testFailed(error ?? String(response?.status ?? ''));
      return { redirect: to, flash: { tone: delivered ? 'success' : 'danger', text } };
    },
  });
  deskPage(app, desk, '/webhooks/:id/messages/:message/resend', {
    post: async (view, request) => {
      const path = { id: paramOf(request, 'id'), message: paramOf(request, 'message') };
      const answer = await settle(
        view.api.notifications.POST('/v1/partner/webhook-endpoints/{id}/messages/{message}/resend', {
          params: { path },
        }),
      );
      return outcome(view, answer, { done: view.t.partnerDesk.done, to: view.at(`/webhooks/${path.id}`) });
    },
  });
}

function stateBadge(view: DeskView, status: 'active' | 'paused' | 'disabled'): Html {
  const { active, paused, disabled } = view.t.partnerDesk;
  return badge(
    status === 'active' ? 'good' : status === 'disabled' ? 'bad' : 'attention',
    { active, paused, disabled }[status],
  );
}

async function listPage(view: DeskView, state: FormState, status = 200): Promise<DeskAnswer> {
  const { partnerDesk: t, desk: words } = view.t;
  const form = formWriter(view, state);
  const list = await settle(view.api.notifications.GET('/v1/partner/webhook-endpoints'));
  return {
    status,
    title: t.webhooks,
    section: 'webhooks',
    body: html`<h1>${t.webhooks}</h1>
      <p class="lead">${t.webhooksLead}</p>
      ${partOf(view, t.webhooks, list, ({ items }) =>
        table(view, t.webhooks, {
          headings: [t.url, words.status, t.waiting, t.failing],
          rows: items.map(({ id, url, status: at, waiting, failuresInARow }) => [
            html`<a href="${view.at(`/webhooks/${id}`)}">${url}</a>`,
            stateBadge(view, at),
            waiting,
            failuresInARow,
          ]),
        }),
      )}
      <h2>${t.newEndpoint}</h2>
      ${form.summary()}
      ${view.form(
        view.at('/webhooks'),
        form.hidden('key', randomUUID()),
        form.text('url', t.url, { type: 'url', required: true }),
        form.text('description', t.description),
        html`<button class="button" type="submit">${words.save}</button>`,
      )}`,
  };
}

async function endpointPage(view: DeskView, id: string): Promise<DeskAnswer> {
  const { partnerDesk: t, desk: words } = view.t;
  const path = { id };
  const [answer, messages] = await Promise.all([
    settle(view.api.notifications.GET('/v1/partner/webhook-endpoints/{id}', { params: { path } })),
    settle(
      view.api.notifications.GET('/v1/partner/webhook-endpoints/{id}/messages', {
        params: { path, query: { limit: 50 } },
      }),
    ),
  ]);
  const endpoint = must(answer);
  const at = (name: string) => view.at(`/webhooks/${id}/${name}`);
  const names = { pending: t.pending, delivered: t.delivered, failed: t.failed };
  return {
    title: endpoint.url,
    section: 'webhooks',
    body: html`<h1>${endpoint.url}</h1>
      <p>${stateBadge(view, endpoint.status)}</p>
      ${facts([
        [t.description, endpoint.description],
        [t.waiting, String(endpoint.waiting)],
        [t.failing, String(endpoint.failuresInARow)],
        [words.created, time(view.language, 'short', endpoint.createdAt)],
      ])}
      <div class="actions">
        ${step(view, at('test'), t.test)}
        ${endpoint.status === 'active' ? step(view, at('pause'), t.pause, { quiet: true }) : step(view, at('resume'), t.resume, { quiet: true })}
        ${step(view, at('rotate'), t.rotate, { sure: true })} ${step(view, at('delete'), t.remove, { sure: true })}
      </div>
      <h2>${t.log}</h2>
      ${partOf(view, t.log.toLowerCase(), messages, ({ items }) =>
        table(view, t.log, {
          headings: [view.t.partnerDesk.events, words.status, words.created, words.actions],
          rows: items.map((message) => [
            message.type.replace(/^cat\.ateneulh\./, ''),
            badge(
              message.status === 'delivered' ? 'good' : message.status === 'failed' ? 'bad' : 'attention',
              names[message.status],
            ),
            time(view.language, 'short', message.occurredAt),
            message.status === 'failed' &&
              step(view, view.at(`/webhooks/${id}/messages/${message.id}/resend`), t.resend, { quiet: true }),
          ]),
        }),
      )}`,
  };
}

/** Shown as the answer itself and kept nowhere. */
function secretPage(view: DeskView, { id, url, secret }: { id: string; url: string; secret: string }): DeskAnswer {
  const t = view.t.partnerDesk;
  return {
    title: t.secretOnce,
    section: 'webhooks',
    body: html`<h1>${t.secretOnce}</h1>
      <p>${url}</p>
      <pre tabindex="0"><code id="secret">${secret}</code></pre>
      <p><a class="button" href="${view.at(`/webhooks/${id}`)}">${t.webhooks}</a></p>`,
  };
}
