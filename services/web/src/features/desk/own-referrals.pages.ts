import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../shell/desk-page.ts';
import { type CodeNames, codeNames, declineReasons, modalityName, outcomes, referralBadge } from '../../ui/cases.ts';
import { formatDate, time } from '../../ui/dates.ts';
import { type Fields, fieldsOf, given } from '../../ui/fields.ts';
import { emptyForm, formWriter } from '../../ui/form.ts';
import { paramOf, queryOf, step, table } from '../../ui/lists.ts';
import { facts, nameOf, notice, pager, partOf } from '../../ui/parts.ts';
import { must, settle } from '../../upstream/answer.ts';

/** The partner's referrals, both ways, and its answers. */
export function ownReferralPages(app: App, desk: Desk): void {
  deskPage(app, desk, '', {
    get: async (view, request) => {
      const { partnerDesk: t, desk: words, cases } = view.t;
      const cursor = queryOf(request, 'cursor');
      const list = await settle(
        view.api.accompaniment.GET('/v1/partner/referrals', { params: { query: { ...given({ cursor }), limit: 50 } } }),
      );
      return {
        title: t.referrals,
        body: html`<h1>${t.referrals}</h1>
          <p><a class="button" href="${view.at('/refer')}">${t.refer}</a></p>
          ${partOf(
            view,
            t.referrals.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${(['outbound', 'inbound'] as const).map(
                (direction) =>
                  html`<h2>${direction === 'outbound' ? t.toYou : t.fromYou}</h2>
                    ${table(view, direction === 'outbound' ? t.toYou : t.fromYou, {
                      headings: [cases.reference, words.status, words.modality, words.created, words.updated],
                      rows: items
                        .filter((item) => item.direction === direction)
                        .map((item) => [
                          html`<a href="${view.at(`/referrals/${item.id}`)}"
                            >${item.partnerReference ?? formatDate(view.language, 'short', item.createdAt)}</a
                          >`,
                          referralBadge(view, item.status),
                          modalityName(view, item.modality),
                          time(view.language, 'day', item.createdAt),
                          time(view.language, 'day', item.updatedAt),
                        ]),
                    })}`,
              )}
              ${pager(view, { next: next === null ? undefined : view.at('', { cursor: next }), first: cursor === undefined ? undefined : view.at('') })}`,
          )}`,
      };
    },
  });
  deskPage(app, desk, '/referrals/:id', { get: (view, request) => referralPage(view, paramOf(request, 'id')) });
  const act = (name: string, call: (view: DeskView, id: string, fields: Fields) => ReturnType<typeof settle>) => {
    deskPage(app, desk, `/referrals/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        return outcome(view, await call(view, id, fieldsOf(request.body)), {
          done: view.t.partnerDesk.done,
          to: view.at(`/referrals/${id}`),
        });
      },
    });
  };
  const at = (id: string) => ({ params: { path: { id } } });
  act('accept', (view, id) => settle(view.api.accompaniment.POST('/v1/partner/referrals/{id}/accept', at(id))));
  act('start', (view, id) => settle(view.api.accompaniment.POST('/v1/partner/referrals/{id}/start', at(id))));
  act('withdraw', (view, id) => settle(view.api.accompaniment.POST('/v1/partner/referrals/{id}/withdraw', at(id))));
  act('withdraw-consent', (view, id) =>
    settle(view.api.accompaniment.POST('/v1/partner/referrals/{id}/withdraw-consent', at(id))),
  );
  act('decline', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/partner/referrals/{id}/decline', {
        ...at(id),
        body: {
          reasonCode: declineReasons.find((one) => one === fields.text('reasonCode')) ?? 'other',
          ...given({ note: fields.text('note') }),
        },
      }),
    ),
  );
  act('close', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/partner/referrals/{id}/close', {
        ...at(id),
        body: { outcome: outcomes.find((one) => one === fields.text('outcome')) ?? 'none' },
      }),
    ),
  );
}

async function referralPage(view: DeskView, id: string): Promise<DeskAnswer> {
  const { partnerDesk: t, desk: words, cases, training, directory } = view.t;
  const [answer, documents, codes] = await Promise.all([
    settle(view.api.accompaniment.GET('/v1/partner/referrals/{id}', { params: { path: { id } } })),
    settle(view.api.accompaniment.GET('/v1/partner/referrals/{id}/documents', { params: { path: { id } } })),
    codeNames(view),
  ]);
  const referral = must(answer);
  const { project, person, consent, status } = referral;
  const title = project?.name ?? `${t.referrals} ${formatDate(view.language, 'short', referral.createdAt)}`;
  return {
    title,
    body: html`<h1>${title}</h1>
      <p>${referralBadge(view, status)} ${referral.direction === 'outbound' ? t.toYou : t.fromYou}</p>
      <div class="narrow prose"><p>${project?.description}</p></div>
      ${consent.withdrawnAt !== null && notice('danger', cases.consentGone(formatDate(view.language, 'day', consent.withdrawnAt)))}
      ${person === null && notice('info', cases.personHidden)}
      ${facts([
        [words.modality, modalityName(view, referral.modality)],
        [words.person, person?.name],
        [training.email, person && html`<a href="mailto:${person.email}">${person.email}</a>`],
        [training.phone, person?.phone],
        [directory.sector, project?.sector && nameOf('sector', project.sector, view.language)],
        [
          directory.neighbourhood,
          project?.neighbourhood && nameOf('neighbourhood', project.neighbourhood, view.language),
        ],
        [cases.reference, referral.partnerReference],
        [words.reason, referral.reasonCode && codes.name('declineReasons', referral.reasonCode)],
        [cases.outcome, referral.outcome && codes.name('outcomes', referral.outcome)],
        [words.created, time(view.language, 'short', referral.createdAt)],
      ])}
      ${answers(view, referral, codes)}
      ${documents.kind === 'down' && notice('warning', view.t.shell.partDown(t.documents.toLowerCase()))}
      ${
        documents.kind === 'ok' &&
        documents.data.items.length > 0 &&
        html`<h2>${t.documents}</h2>
          <ul>
            ${documents.data.items.map(
              ({ id: documentId, fileName }) =>
                html`<li><a href="${view.at(`/referrals/${id}/documents/${documentId}`)}">${fileName}</a></li>`,
            )}
          </ul>`
      }
      <p><a href="${view.at('')}">${t.back}</a></p>`,
  };
}

function answers(
  view: DeskView,
  { id, status, direction }: { id: string; status: string; direction: string },
  codes: CodeNames,
): Html {
  const { partnerDesk: t, desk: words, cases } = view.t;
  const at = (name: string) => view.at(`/referrals/${id}/${name}`);
  const form = formWriter(view, emptyForm);
  const submit = (text: string) => html`<button class="button" type="submit">${text}</button>`;
  const mine = direction === 'inbound';
  const toAnswer = !mine && (status === 'sent' || status === 'received');
  const open = ['draft', 'sent', 'received', 'accepted', 'in-progress'].includes(status);
  return html`<div class="actions">
      ${toAnswer && step(view, at('accept'), t.accept)}
      ${!mine && status === 'accepted' && step(view, at('start'), cases.start)}
      ${mine && ['sent', 'received', 'accepted'].includes(status) && step(view, at('withdraw'), cases.withdraw, { sure: true })}
      ${open && step(view, at('withdraw-consent'), cases.withdrawConsent, { sure: true })}
    </div>
    ${
      toAnswer &&
      html`<section aria-labelledby="decline">
        <h2 id="decline">${t.decline}</h2>
        ${view.form(
          at('decline'),
          form.radios('reasonCode', words.reason, codes.choices('declineReasons', declineReasons), { required: true }),
          form.area('note', words.note, { rows: 2 }),
          submit(t.decline),
        )}
      </section>`
    }
    ${
      !mine &&
      (status === 'accepted' || status === 'in-progress') &&
      html`<section aria-labelledby="close">
        <h2 id="close">${cases.close}</h2>
        ${view.form(at('close'), form.radios('outcome', cases.outcome, codes.choices('outcomes', outcomes), { required: true }), submit(cases.close))}
      </section>`
    }`;
}
