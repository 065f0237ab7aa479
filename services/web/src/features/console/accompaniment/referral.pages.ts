import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import {
  caseHistory,
  codeNames,
  declineReasons,
  modalityName,
  outcomes,
  referralBadge,
  scopeChoices,
} from '../../../ui/cases.ts';
import { formatDate, time } from '../../../ui/dates.ts';
import { type Fields, fieldsOf, given } from '../../../ui/fields.ts';
import { type Choice, type FormState, formWriter, refusedForm } from '../../../ui/form.ts';
import { facts, nameOf, notice } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { readConsent, readReferral, referralFields } from '../../../ui/referral-form.ts';
import { paramOf, queryOf, versioned } from '../../../ui/lists.ts';
import { partnerChoices } from './partner-choices.view.ts';
import { readProject } from './project.pages.ts';
import { referralSteps } from './referral-steps.view.ts';

/** One referral, its way so far, and the steps that are the ateneu's; and a new one. */
export function referralPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/referrals/new', {
    get: async (view, request) => {
      const values = await projectValues(view, queryOf(request, 'projectId'));
      return newReferralPage(view, { values, errors: {} }, await partnerChoices(view));
    },
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/referrals', {
          params: { header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: {
            partnerId: fields.required('partnerId'),
            ...readReferral(fields),
            ...given({ projectId: fields.text('projectId'), consent: readConsent(fields) }),
          },
        }),
      );
      if (answer.kind === 'ok')
        return {
          redirect: view.at(`/referrals/${answer.data.id}`),
          flash: { tone: 'success', text: view.t.desk.saved },
        };
      const partners = await partnerChoices(view);
      if (answer.kind === 'down')
        return newReferralPage(
          view,
          { values: fields.values, errors: {}, problem: view.t.shell.serviceDown },
          partners,
          503,
        );
      return newReferralPage(view, refusedForm(fields.values, answer.problem), partners, 422);
    },
  });
  deskPage(app, desk, '/referrals/:id', { get: (view, request) => referralPage(view, paramOf(request, 'id')) });
  const act = (name: string, call: (view: DeskView, id: string, fields: Fields) => ReturnType<typeof settle>) => {
    deskPage(app, desk, `/referrals/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        return outcome(view, await call(view, id, fieldsOf(request.body)), {
          done: view.t.desk.saved,
          to: view.at(`/referrals/${id}`),
        });
      },
    });
  };
  const at = (id: string, fields: Fields) => versioned(id, fields.text('version'));
  act('send', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/referrals/{id}/send', at(id, fields))),
  );
  act('accept', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/referrals/{id}/accept', at(id, fields))),
  );
  act('withdraw', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/referrals/{id}/withdraw', at(id, fields))),
  );
  act('withdraw-consent', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/referrals/{id}/withdraw-consent', at(id, fields))),
  );
  act('consent', (view, id, fields) =>
    settle(
      view.api.accompaniment.PUT('/v1/staff/referrals/{id}/consent', {
        ...at(id, fields),
        body: readConsent(fields) ?? { scope: 'referral', givenOn: '', textVersion: '' },
      }),
    ),
  );
  act('decline', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/referrals/{id}/decline', {
        ...at(id, fields),
        body: {
          reasonCode: declineReasons.find((one) => one === fields.text('reasonCode')) ?? 'other',
          ...given({ note: fields.text('note') }),
        },
      }),
    ),
  );
  act('close', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/referrals/{id}/close', {
        ...at(id, fields),
        body: { outcome: outcomes.find((one) => one === fields.text('outcome')) ?? 'none' },
      }),
    ),
  );
  act('reroute', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/referrals/{id}/reroute', {
        ...at(id, fields),
        body: { partnerId: fields.required('partnerId'), ...given({ consent: readConsent(fields) }) },
      }),
    ),
  );
}

/** What is known of the project that one is to refer, so that nobody types it again. */
async function projectValues(view: DeskView, projectId: string | undefined): Promise<FormState['values']> {
  if (projectId === undefined) return {};
  const { name, description, sector, neighbourhood, contact } = await readProject(view, projectId);
  return {
    projectId,
    'project.name': name,
    'project.description': description,
    'project.sector': sector ?? '',
    'project.neighbourhood': neighbourhood ?? '',
    'person.name': contact?.name ?? '',
    'person.email': contact?.email ?? '',
    'person.phone': contact?.phone ?? '',
  };
}

async function referralPage(view: DeskView, id: string): Promise<DeskAnswer> {
  const { cases: t, desk: words, training } = view.t;
  const referral = must(
    await settle(view.api.accompaniment.GET('/v1/staff/referrals/{id}', { params: { path: { id } } })),
  );
  const { project, person, consent, status, direction, partner, chain } = referral;
  const [codes, partners] = await Promise.all([codeNames(view), partnerChoices(view, { modality: referral.modality })]);
  const scopeName = scopeChoices(view).find(({ value }) => value === consent?.scope)?.text;
  return {
    title: project?.name ?? partner.name,
    section: 'referrals',
    body: html`<h1>${project?.name ?? partner.name}</h1>
      <p>${referralBadge(view, status)} ${direction === 'inbound' ? `${partner.name} →` : `→ ${partner.name}`}</p>
      <div class="narrow prose"><p>${project?.description}</p></div>
      ${status === 'draft' && consent === null && notice('warning', t.consentMissing)}
      ${facts([
        [t.partner, html`<a href="${view.at(`/partners/${partner.id}`)}">${partner.name}</a>`],
        [words.modality, modalityName(view, referral.modality)],
        [words.person, person?.name],
        [training.email, person && html`<a href="mailto:${person.email}">${person.email}</a>`],
        [training.phone, person?.phone],
        [view.t.directory.sector, project?.sector && nameOf('sector', project.sector, view.language)],
        [
          view.t.directory.neighbourhood,
          project?.neighbourhood && nameOf('neighbourhood', project.neighbourhood, view.language),
        ],
        [
          t.consent,
          consent &&
            html`${scopeName},
            ${formatDate(view.language, 'day', consent.givenOn)}${
              consent.withdrawnAt !== null &&
              html`. <strong>${t.consentGone(formatDate(view.language, 'day', consent.withdrawnAt))}</strong>`
            }`,
        ],
        [words.reason, referral.reasonCode && codes.name('declineReasons', referral.reasonCode)],
        [t.outcome, referral.outcome && codes.name('outcomes', referral.outcome)],
        [words.note, referral.note],
        [words.created, time(view.language, 'short', referral.createdAt)],
      ])}
      ${referralSteps(view, referral, codes, partners)}
      ${
        chain.length > 1 &&
        html`<h2>${t.rerouted}</h2>
          <ol>
            ${chain.map(
              (link) =>
                html`<li>
                  <a href="${view.at(`/referrals/${link.id}`)}">${link.partner.name}</a>
                  ${referralBadge(view, link.status)}
                </li>`,
            )}
          </ol>`
      }
      ${caseHistory(view, referral.history)}`,
  };
}

function newReferralPage(view: DeskView, state: FormState, partners: readonly Choice[], status = 200): DeskAnswer {
  const { cases: t, desk: words } = view.t;
  const form = formWriter(view, state);
  const { key, projectId } = state.values;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.newReferral}`,
    section: 'referrals',
    body: html`<div class="narrow">
      <h1>${t.newReferral}</h1>
      ${form.summary()}
      ${view.form(
        view.at('/referrals/new'),
        form.hidden('key', typeof key === 'string' ? key : randomUUID()),
        typeof projectId === 'string' && form.hidden('projectId', projectId),
        referralFields(view, form, {
          beside: form.select('partnerId', t.partner, partners, { required: true }),
          consentRequired: false,
        }),
        html`<p class="actions"><button class="button" type="submit">${words.save}</button></p>`,
      )}
    </div>`,
  };
}
