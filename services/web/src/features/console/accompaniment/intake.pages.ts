import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { caseHistory, codeNames, declineReasons, modalities, type Modality, modalityName } from '../../../ui/cases.ts';
import { formatDate, time } from '../../../ui/dates.ts';
import { type Fields, fieldsOf, given } from '../../../ui/fields.ts';
import { badge, facts, nameOf, pager, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { readConsent } from '../../../ui/referral-form.ts';
import { intakeSteps } from './intake-steps.view.ts';
import { paramOf, queryOf, table, tabs, versioned } from '../../../ui/lists.ts';
import { partnerChoices } from './partner-choices.view.ts';

const statuses = ['received', 'acknowledged', 'first-meeting', 'accepted', 'declined', 'referred'] as const;
type Status = (typeof statuses)[number];

function statusName({ t: { cases: t } }: DeskView, status: Status | 'open'): string {
  const names: Record<Status | 'open', string> = {
    open: t.intakeOpen,
    received: t.intakeReceived,
    acknowledged: t.intakeAcknowledged,
    'first-meeting': t.intakeFirstMeeting,
    accepted: t.intakeAccepted,
    declined: t.intakeDeclined,
    referred: t.intakeReferred,
  };
  return names[status];
}

/** Requests for accompaniment: who waits longest first, and what is done with each. */
export function intakePages(app: App, desk: Desk): void {
  deskPage(app, desk, '/intake', {
    get: async (view, request) => {
      const { cases: t, desk: words, console: c } = view.t;
      const asked = queryOf(request, 'status') ?? 'open';
      const status = (['open', ...statuses] as const).find((one) => one === asked);
      const cursor = queryOf(request, 'cursor');
      const list = await settle(
        view.api.accompaniment.GET('/v1/staff/intake-requests', {
          params: { query: { ...given({ status, cursor }), limit: 50 } },
        }),
      );
      const page = (at: string | undefined) => view.at('/intake', { status, cursor: at });
      return {
        title: t.intakeTitle,
        section: 'intake',
        body: html`<h1>${t.intakeTitle}</h1>
          ${tabs(view, '/intake', { label: words.status, chosen: status, choices: (['open', ...statuses] as const).map((one) => [one, statusName(view, one)] as const) })}
          ${partOf(
            view,
            t.intakeTitle.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${table(view, t.intakeTitle, {
                headings: [
                  words.project,
                  words.status,
                  words.modality,
                  c.waitingDays(2).replace(/\d+ /, ''),
                  words.created,
                ],
                rows: items.map((item) => [
                  html`<a href="${view.at(`/intake/${item.id}`)}">${item.projectName}</a>`,
                  badge(item.status === 'received' ? 'attention' : 'neutral', statusName(view, item.status)),
                  modalityName(view, item.modality),
                  words.days(item.waitingDays),
                  time(view.language, 'day', item.createdAt),
                ]),
              })}
              ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
          )}`,
      };
    },
  });
  deskPage(app, desk, '/intake/:id', { get: (view, request) => intakePage(view, paramOf(request, 'id')) });
  const act = (name: string, call: (view: DeskView, id: string, fields: Fields) => ReturnType<typeof settle>) => {
    deskPage(app, desk, `/intake/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        return outcome(view, await call(view, id, fieldsOf(request.body)), {
          done: view.t.desk.saved,
          to: view.at(`/intake/${id}`),
        });
      },
    });
  };
  const at = (id: string, fields: Fields) => versioned(id, fields.text('version'));
  const modalityOf = (fields: Fields): Modality | undefined =>
    modalities.find((one) => one === fields.text('modality'));
  act('acknowledge', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/intake-requests/{id}/acknowledge', at(id, fields))),
  );
  act('meeting', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/intake-requests/{id}/set-meeting', {
        ...at(id, fields),
        body: { startsAt: fields.instant('startsAt') ?? '', place: fields.required('place') },
      }),
    ),
  );
  act('accept', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/intake-requests/{id}/accept', {
        ...at(id, fields),
        body: given({ modality: modalityOf(fields) }),
      }),
    ),
  );
  act('decline', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/intake-requests/{id}/decline', {
        ...at(id, fields),
        body: {
          reasonCode: declineReasons.find((one) => one === fields.text('reasonCode')) ?? 'other',
          ...given({ note: fields.text('note') }),
        },
      }),
    ),
  );
  act('refer', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/intake-requests/{id}/refer', {
        ...at(id, fields),
        body: {
          partnerId: fields.required('partnerId'),
          ...given({ modality: modalityOf(fields), consent: readConsent(fields) }),
        },
      }),
    ),
  );
}

async function intakePage(view: DeskView, id: string) {
  const { cases: t, desk: words, training } = view.t;
  const intake = must(
    await settle(view.api.accompaniment.GET('/v1/staff/intake-requests/{id}', { params: { path: { id } } })),
  );
  const { project, person, modality, status, meeting } = intake;
  const modalityCode = modality === 'unknown' ? undefined : modality;
  const [codes, partners] = await Promise.all([
    codeNames(view),
    partnerChoices(
      view,
      given({ modality: modalityCode, sector: project?.sector, neighbourhood: project?.neighbourhood }),
    ),
  ]);
  return {
    title: project?.name ?? t.intakeTitle,
    section: 'intake',
    body: html`<h1>${project?.name}</h1>
      <p>${badge(status === 'received' ? 'attention' : 'neutral', statusName(view, status))}</p>
      <div class="narrow prose"><p>${project?.description}</p></div>
      ${facts([
        [words.modality, modalityName(view, modality)],
        [words.person, person?.name],
        [training.email, person && html`<a href="mailto:${person.email}">${person.email}</a>`],
        [training.phone, person?.phone && html`<a href="tel:${person.phone}">${person.phone}</a>`],
        [view.t.directory.sector, project?.sector && nameOf('sector', project.sector, view.language)],
        [
          view.t.directory.neighbourhood,
          project?.neighbourhood && nameOf('neighbourhood', project.neighbourhood, view.language),
        ],
        [t.group, project?.groupSize === undefined ? undefined : String(project.groupSize)],
        [
          t.meeting,
          meeting &&
            html`${formatDate(view.language, 'moment', meeting.startsAt)}, ${meeting.place} (${meeting.technician.name})`,
        ],
        [words.reason, intake.reasonCode && codes.name('declineReasons', intake.reasonCode)],
        [words.note, intake.note],
        [words.created, time(view.language, 'short', intake.createdAt)],
        [
          t.openAccompaniment,
          intake.projectId &&
            html`<a href="${view.at('/accompaniments', { projectId: intake.projectId })}">${t.seeProject}</a>`,
        ],
        [
          t.referralsTitle,
          intake.referralId && html`<a href="${view.at(`/referrals/${intake.referralId}`)}">${t.seeReferral}</a>`,
        ],
      ])}
      ${intakeSteps(view, intake, codes, partners)} ${caseHistory(view, intake.history)}`,
  };
}
