import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../shell/desk-page.ts';
import { time } from '../../ui/dates.ts';
import { fieldsOf } from '../../ui/fields.ts';
import { emptyForm, formWriter } from '../../ui/form.ts';
import { notice, partOf } from '../../ui/parts.ts';
import { type Answer, settle } from '../../upstream/answer.ts';
import { type Clients } from '../../upstream/clients.ts';
import { services, type UpstreamName } from '../../upstream/services.ts';
import { folded, paramOf, step } from '../../ui/lists.ts';

interface DeadLetter {
  readonly sequence: number;
  readonly reason: string;
  readonly detail: string;
  readonly subject: string;
  readonly deliveries: number;
  readonly buriedAt: string;
  readonly body: string;
}

// An alias, since an interface could gain other members and the clients' types then refuse it.
type Path = { readonly params: { readonly path: { readonly sequence: number } } };

/** Every service answers these in the same way; each client knows its own service alone. */
const list: Record<UpstreamName, (api: Clients) => Promise<Answer<{ items: DeadLetter[] }>>> = {
  directory: (api) => settle(api.directory.GET('/v1/ops/dead-letters')),
  training: (api) => settle(api.training.GET('/v1/ops/dead-letters')),
  accompaniment: (api) => settle(api.accompaniment.GET('/v1/ops/dead-letters')),
  notifications: (api) => settle(api.notifications.GET('/v1/ops/dead-letters')),
};

const replay: Record<UpstreamName, (api: Clients, path: Path) => Promise<Answer<unknown>>> = {
  directory: (api, path) => settle(api.directory.POST('/v1/ops/dead-letters/{sequence}/replay', path)),
  training: (api, path) => settle(api.training.POST('/v1/ops/dead-letters/{sequence}/replay', path)),
  accompaniment: (api, path) => settle(api.accompaniment.POST('/v1/ops/dead-letters/{sequence}/replay', path)),
  notifications: (api, path) => settle(api.notifications.POST('/v1/ops/dead-letters/{sequence}/replay', path)),
};

const drop: Record<UpstreamName, (api: Clients, path: Path, reason: string) => Promise<Answer<unknown>>> = {
  directory: (api, path, reason) =>
    settle(api.directory.POST('/v1/ops/dead-letters/{sequence}/drop', { ...path, body: { reason } })),
  training: (api, path, reason) =>
    settle(api.training.POST('/v1/ops/dead-letters/{sequence}/drop', { ...path, body: { reason } })),
  accompaniment: (api, path, reason) =>
    settle(api.accompaniment.POST('/v1/ops/dead-letters/{sequence}/drop', { ...path, body: { reason } })),
  notifications: (api, path, reason) =>
    settle(api.notifications.POST('/v1/ops/dead-letters/{sequence}/drop', { ...path, body: { reason } })),
};

/** What the services could not handle, for admins: handled once more, or dropped with a reason. */
export function deadLetterPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/dead-letters', {
    get: async (view) => {
      const { consolePartners: t } = view.t;
      const answers = await Promise.all(
        services.map(async (service) => [service, await list[service](view.api)] as const),
      );
      return {
        title: t.deadTitle,
        section: 'dead-letters',
        body: html`<h1>${t.deadTitle}</h1>
          <p class="lead">${t.deadText}</p>
          ${answers.map(
            ([service, answer]) =>
              html`<section aria-labelledby="${service}">
                <h2 id="${service}">${service}</h2>
                ${
                  answer.kind === 'refused' && answer.problem.status === 403
                    ? notice('info', t.adminsOnly)
                    : partOf(view, service, answer, ({ items }) => letters(view, service, items))
                }
              </section>`,
          )}`,
      };
    },
  });
  for (const service of services) {
    const pathOf = (request: Parameters<typeof paramOf>[0]): Path => ({
      params: { path: { sequence: Number(paramOf(request, 'sequence')) } },
    });
    deskPage(app, desk, `/dead-letters/${service}/:sequence/replay`, {
      post: async (view, request) =>
        outcome(view, await replay[service](view.api, pathOf(request)), {
          done: view.t.consolePartners.replayed,
          to: view.at('/dead-letters'),
        }),
    });
    deskPage(app, desk, `/dead-letters/${service}/:sequence/drop`, {
      post: async (view, request) => {
        const answer = await drop[service](view.api, pathOf(request), fieldsOf(request.body).required('reason'));
        return outcome(view, answer, { done: view.t.consolePartners.dropped, to: view.at('/dead-letters') });
      },
    });
  }
}

function letters(view: DeskView, service: UpstreamName, items: readonly DeadLetter[]): Html {
  const { consolePartners: t, desk: words } = view.t;
  if (items.length === 0) return html`<p>${words.empty}</p>`;
  const form = formWriter(view, emptyForm);
  return html`<ul class="cards cards-list">
    ${items.map(({ sequence, reason, detail, subject, buriedAt, body }) => {
      const at = (name: string) => view.at(`/dead-letters/${service}/${sequence}/${name}`);
      return html`<li class="card">
        <h3><code>${subject}</code></h3>
        <p>${t.deadReason}: <strong>${reason}</strong>. ${detail}</p>
        <p class="small">${t.deadSince} ${time(view.language, 'short', buriedAt)}</p>
        <details>
          <summary>${t.text}</summary>
          <pre tabindex="0">${body}</pre>
        </details>
        <div class="actions">${step(view, at('replay'), t.replay)}</div>
        ${folded(
          t.drop,
          view.form(
            at('drop'),
            form.text('reason', t.dropReason, { required: true }),
            html`<button class="button" type="submit">${t.drop}</button>`,
          ),
        )}
      </li>`;
    })}
  </ul>`;
}
