import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { modalityName } from '../../../ui/cases.ts';
import { time } from '../../../ui/dates.ts';
import { type Fields, fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { badge, facts, notice, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { patiently } from '../../../upstream/patience.ts';
import { folded, paramOf, step, table, versioned } from '../../../ui/lists.ts';

/** For how many hours earlier credentials may be left to work, so that a partner can change over. */
const overlaps = [24, 72, 168] as const;

type Status = 'registered' | 'active' | 'suspended';

function statusBadge(view: DeskView, status: Status): Html {
  const t = view.t.consolePartners;
  const names = { registered: t.registered, active: t.active, suspended: t.suspended };
  return badge(status === 'active' ? 'good' : status === 'suspended' ? 'bad' : 'attention', names[status]);
}

/** Partner entities: the registry, their credentials (shown once), and how they use them. */
export function partnerPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/partners', {
    get: async (view) => {
      const { consolePartners: t, desk: words } = view.t;
      const list = await settle(
        view.api.accompaniment.GET('/v1/staff/partners', { params: { query: { limit: 100 } } }),
      );
      return {
        title: t.partnersTitle,
        section: 'partners',
        body: html`<h1>${t.partnersTitle}</h1>
          <p><a class="button" href="${view.at('/partners/new')}">${t.newPartner}</a></p>
          ${partOf(view, t.partnersTitle.toLowerCase(), list, ({ items }) =>
            table(view, t.partnersTitle, {
              headings: [words.name, words.status, t.contactEmail, t.credentialsSince],
              rows: items.map(({ id, name, status, contactEmail, credentialsSince }) => [
                html`<a href="${view.at(`/partners/${id}`)}">${name}</a>`,
                statusBadge(view, status),
                contactEmail,
                credentialsSince !== null && time(view.language, 'day', credentialsSince),
              ]),
            }),
          )}`,
      };
    },
  });
  deskPage(app, desk, '/partners/:id', { get: (view, request) => partnerPage(view, paramOf(request, 'id')) });
  const act = (name: string, call: (view: DeskView, id: string, fields: Fields) => ReturnType<typeof settle>) => {
    deskPage(app, desk, `/partners/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        return outcome(view, await call(view, id, fieldsOf(request.body)), {
          done: view.t.desk.saved,
          to: view.at(`/partners/${id}`),
        });
      },
    });
  };
  act('suspend', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/partners/{id}/suspend', {
        ...versioned(id, fields.text('version')),
        body: {},
      }),
    ),
  );
  act('reinstate', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/partners/{id}/reinstate', versioned(id, fields.text('version')))),
  );
  deskPage(app, desk, '/partners/:id/credentials', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const path = { params: { path: { id } }, fetch: patiently };
      const fields = fieldsOf(request.body);
      const body = given({ overlapHours: fields.number('overlapHours') });
      const answer = fields.flag('rotate')
        ? await settle(view.api.accompaniment.POST('/v1/staff/partners/{id}/credentials/rotate', { ...path, body }))
        : await settle(view.api.accompaniment.POST('/v1/staff/partners/{id}/credentials', { ...path, body: {} }));
      if (answer.kind === 'ok') return credentialsPage(view, id, answer.data);
      return outcome(view, answer, { done: '', to: view.at(`/partners/${id}`) });
    },
  });
}

async function read(view: DeskView, id: string) {
  return must(await settle(view.api.accompaniment.GET('/v1/staff/partners/{id}', { params: { path: { id } } })));
}

async function partnerPage(view: DeskView, id: string): Promise<DeskAnswer> {
  const { consolePartners: t, desk: words } = view.t;
  const [partner, usage] = await Promise.all([
    read(view, id),
    settle(view.api.accompaniment.GET('/v1/staff/partners/{id}/usage', { params: { path: { id } } })),
  ]);
  const { name, status, version } = partner;
  const at = (action: string) => view.at(`/partners/${id}/${action}`);
  const form = formWriter(view, emptyForm);
  const submit = (label: string): Html => html`<button class="button" type="submit">${label}</button>`;
  const rotation = folded(
    t.rotate,
    view.form(
      at('credentials'),
      form.hidden('rotate', 'yes'),
      form.select(
        'overlapHours',
        t.overlap,
        overlaps.map((hours) => ({ value: String(hours), text: t.overlapValue(hours) })),
        { empty: t.overlapNone },
      ),
      submit(t.rotate),
    ),
  );
  return {
    title: name,
    section: 'partners',
    body: html`<h1>${name}</h1>
      <p>${statusBadge(view, status)}</p>
      ${partner.suspensionReason !== null && notice('danger', partner.suspensionReason)}
      ${facts([
        [t.contactEmail, html`<a href="mailto:${partner.contactEmail}">${partner.contactEmail}</a>`],
        [
          t.contacts,
          partner.contacts.length > 0 &&
            html`<ul>
              ${partner.contacts.map(
                ({ name: person, role, email, phone }) =>
                  html`<li>
                    ${person}${role !== undefined && `, ${role}`}: <a href="mailto:${email}">${email}</a>
                    ${phone !== undefined && html`<a href="tel:${phone.replaceAll(/\s/g, '')}">${phone}</a>`}
                  </li>`,
              )}
            </ul>`,
        ],
        [t.acceptsModalities, partner.accepts.modalities?.map((one) => modalityName(view, one)).join(', ')],
        [
          t.credentialsSince,
          partner.credentialsSince !== null && time(view.language, 'short', partner.credentialsSince),
        ],
        [
          t.earlierUntil,
          partner.earlierCredentialsUntil !== null && time(view.language, 'short', partner.earlierCredentialsUntil),
        ],
        [words.created, time(view.language, 'short', partner.createdAt)],
      ])}
      <div class="actions">
        <a class="button button-quiet" href="${at('edit')}">${words.edit}</a>
        ${status === 'registered' && view.form(at('credentials'), submit(t.issue))}
        ${status !== 'suspended' && step(view, at('suspend'), t.suspend, { version, sure: true })}
        ${status === 'suspended' && step(view, at('reinstate'), t.reinstate, { version })}
      </div>
      ${status === 'active' && rotation}
      <h2>${t.usage}</h2>
      ${partOf(view, t.usage.toLowerCase(), usage, ({ days, lastCallAt, referrals, broker }) =>
        facts([
          [t.calls, String(days.reduce((sum, { calls }) => sum + calls, 0))],
          [t.lastCall, lastCallAt !== null && time(view.language, 'short', lastCallAt)],
          [t.waitingForPartner, String(referrals.waitingForPartner)],
          [t.waitingForAteneu, String(referrals.waitingForAteneu)],
          [t.brokerWaiting, broker === null ? undefined : String(broker.waiting)],
        ]),
      )}`,
  };
}

/** Shown as the answer itself and kept nowhere: neither in the session nor in a cache. */
function credentialsPage(view: DeskView, id: string, { apiKey, creds }: { apiKey: string; creds: string }): DeskAnswer {
  const t = view.t.consolePartners;
  return {
    title: t.onceTitle,
    section: 'partners',
    body: html`<h1>${t.onceTitle}</h1>
      <p class="lead">${t.onceText}</p>
      <h2>${t.apiKey}</h2>
      <pre tabindex="0"><code id="api-key">${apiKey}</code></pre>
      <h2>${t.credsFile}</h2>
      <pre tabindex="0"><code>${creds}</code></pre>
      <p><a class="button" href="${view.at(`/partners/${id}`)}">${t.back}</a></p>`,
  };
}
