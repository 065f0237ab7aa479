import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { abandonReasons, codeNames, modalityName } from '../../../ui/cases.ts';
import { formatDate } from '../../../ui/dates.ts';
import { type Fields, fieldsOf, given } from '../../../ui/fields.ts';
import { badge, facts, nameOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { accompanimentSteps } from './accompaniment-steps.view.ts';
import { insertionPart } from './insertions.view.ts';
import { outcomeText } from './outcome.view.ts';
import { corrections, phaseList, taskList, timeline } from './accompaniment-work.view.ts';
import { diagnosisPart } from './diagnosis.view.ts';
import { accompanimentStatusName, hoursOf } from './accompaniments.page.ts';
import { paramOf, table, versioned } from '../../../ui/lists.ts';

/** One accompaniment: the project, the itinerary, the hours, and its end. */
export function accompanimentPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/accompaniments/:id', {
    get: (view, request) => accompanimentPage(view, paramOf(request, 'id')),
  });
  const act = (name: string, call: (view: DeskView, id: string, fields: Fields) => ReturnType<typeof settle>) => {
    deskPage(app, desk, `/accompaniments/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        return outcome(view, await call(view, id, fieldsOf(request.body)), {
          done: view.t.desk.saved,
          to: view.at(`/accompaniments/${id}`),
        });
      },
    });
  };
  const at = (id: string, fields: Fields) => versioned(id, fields.text('version'));
  act('start', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/start', at(id, fields))),
  );
  act('pause', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/pause', at(id, fields))),
  );
  act('resume', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/resume', at(id, fields))),
  );
  act('abandon', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/abandon', {
        ...at(id, fields),
        body: {
          reasonCode: abandonReasons.find((one) => one === fields.text('reasonCode')) ?? 'other',
          ...given({ note: fields.text('note') }),
        },
      }),
    ),
  );
  act('reopen', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/reopen', {
        ...at(id, fields),
        body: { reason: fields.required('reason') },
      }),
    ),
  );
  act('assign', async (view, id, fields) => {
    const load = await settle(view.api.accompaniment.GET('/v1/staff/load'));
    if (load.kind !== 'ok') return load;
    const team = [...load.data.items, ...(view.staff === undefined ? [] : [view.staff])];
    const technician = team.find((one) => one.id === fields.text('technician'));
    return settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/assign', {
        ...at(id, fields),
        body: { technician: { id: technician?.id ?? '', name: technician?.name ?? '' } },
      }),
    );
  });
  act('sessions', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/sessions', {
        params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
        body: {
          heldOn: fields.required('heldOn'),
          minutes: fields.number('minutes') ?? 0,
          people: fields.number('people') ?? 0,
          objective: fields.required('objective'),
          ...given({ result: fields.text('result') }),
        },
      }),
    ),
  );
}

async function accompanimentPage(view: DeskView, id: string) {
  const { cases: t, desk: words, training } = view.t;
  const it = must(
    await settle(view.api.accompaniment.GET('/v1/staff/accompaniments/{id}', { params: { path: { id } } })),
  );
  const [codes, load, insertions, history] = await Promise.all([
    codeNames(view),
    settle(view.api.accompaniment.GET('/v1/staff/load')),
    settle(view.api.accompaniment.GET('/v1/staff/accompaniments/{id}/job-insertions', { params: { path: { id } } })),
    settle(view.api.accompaniment.GET('/v1/staff/accompaniments/{id}/timeline', { params: { path: { id } } })),
  ]);
  const going = it.status === 'in-progress' || it.status === 'paused';
  const { project, sessions } = it;
  return {
    title: `${project.name}: ${modalityName(view, it.modality)}`,
    section: 'accompaniments',
    body: html`<h1>${project.name} <small>${modalityName(view, it.modality)}</small></h1>
      <p>${badge(it.status === 'in-progress' ? 'good' : 'neutral', accompanimentStatusName(view, it.status))}</p>
      <div class="narrow prose"><p>${project.description}</p></div>
      ${facts([
        [words.project, html`<a href="${view.at(`/projects/${project.id}`)}">${project.name}</a>`],
        [t.technician, it.technician.name],
        [t.hours, hoursOf(view, it.minutes)],
        [words.person, project.contact?.name],
        [
          training.email,
          project.contact && html`<a href="mailto:${project.contact.email}">${project.contact.email}</a>`,
        ],
        [view.t.directory.sector, project.sector && nameOf('sector', project.sector, view.language)],
        [
          t.referralsTitle,
          it.referralId && html`<a href="${view.at(`/referrals/${it.referralId}`)}">${t.seeReferral}</a>`,
        ],
        [
          view.t.directory.title,
          project.listing &&
            html`<a href="${view.href('initiative', { slug: project.listing.slug })}">${project.listing.slug}</a>`,
        ],
        [t.outcome, it.outcome && outcomeText(view, it.outcome)],
        [words.reason, it.reasonCode && codes.name('abandonReasons', it.reasonCode)],
        [words.note, it.note],
      ])}
      ${accompanimentSteps(view, it, codes, load.kind === 'ok' ? load.data.items : [])} ${phaseList(view, it, going)}
      ${taskList(view, it, going)}
      <h2>${t.consultancies}</h2>
      ${table(view, t.consultancies, {
        headings: [t.heldOn, t.objective, t.result, t.people, t.hours, t.technician],
        rows: sessions.map(({ heldOn, minutes, people, objective, result, technician }) => [
          formatDate(view.language, 'day', heldOn),
          objective,
          result,
          people,
          hoursOf(view, minutes),
          technician.name,
        ]),
      })}
      ${diagnosisPart(view, { action: view.at(`/accompaniments/${id}/diagnose`), version: it.version, diagnoses: it.diagnoses, open: going })}
      ${insertionPart(view, id, insertions)} ${corrections(view, history)} ${timeline(view, history)}`,
  };
}
