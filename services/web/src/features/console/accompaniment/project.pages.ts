import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { modalities, modalityName, referralBadge } from '../../../ui/cases.ts';
import { time } from '../../../ui/dates.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import type { FormState } from '../../../ui/form.ts';
import { paramOf, table, versioned } from '../../../ui/lists.ts';
import { badge, facts, nameOf, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { conflict } from '../conflict.view.ts';
import { refusalOf } from '../refusal.view.ts';
import { accompanimentStatusName, hoursOf } from './accompaniments.page.ts';
import { documentPart } from './project-documents.view.ts';
import { duplicatePart, memberPart } from './project-group.view.ts';
import { type Project, projectConflict, projectFields, projectValues, readProjectForm } from './project-form.view.ts';
import { projectStatusName, recipientName } from './project.names.ts';
import { tagLinks } from './projects.page.ts';

/** One project: what is known of it, its group, its documents, and what it may be a double of. */
export function projectPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/projects/:id', { get: (view, request) => projectPage(view, paramOf(request, 'id')) });
  deskPage(app, desk, '/projects/:id/edit', {
    get: async (view, request) => {
      const project = await readProject(view, paramOf(request, 'id'));
      return editPage(view, project, { values: projectValues(project), errors: {} });
    },
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const stored = await readProject(view, id);
      const answer = await settle(
        view.api.accompaniment.PUT('/v1/staff/projects/{id}', {
          ...versioned(id, fields.text('version')),
          body: readProjectForm(fields),
        }),
      );
      if (answer.kind === 'ok')
        return { redirect: view.at(`/projects/${id}`), flash: { tone: 'success', text: view.t.desk.saved } };
      const { state, status, stale } = refusalOf(view, answer, fields.values);
      return editPage(view, stored, state, status, stale && conflict(view, projectConflict(view, stored, fields)));
    },
  });
  deskPage(app, desk, '/projects/:id/merge', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/projects/{id}/merge', {
          ...versioned(id, fields.text('version')),
          body: { intoProjectId: fields.required('into') },
        }),
      );
      if (answer.kind === 'ok')
        return {
          redirect: view.at(`/projects/${answer.data.id}`),
          flash: { tone: 'success', text: view.t.projects.mergeDone },
        };
      const { state } = refusalOf(view, answer, fields.values);
      const text = state.problem ?? Object.values(state.errors)[0] ?? view.t.desk.stale;
      return { redirect: view.at(`/projects/${id}`), flash: { tone: 'danger', text } };
    },
  });
}

/** Reads the project that a page is about. */
export async function readProject(view: DeskView, id: string): Promise<Project> {
  return must(await settle(view.api.accompaniment.GET('/v1/staff/projects/{id}', { params: { path: { id } } })));
}

function isOpen(status: string): boolean {
  return status === 'planned' || status === 'in-progress' || status === 'paused';
}

async function projectPage(view: DeskView, id: string): Promise<DeskAnswer> {
  const { projects: t, desk: words, cases, directory } = view.t;
  const path = { params: { path: { id } } };
  const [project, members, documents, duplicates, accompaniments, referrals] = await Promise.all([
    readProject(view, id),
    settle(view.api.accompaniment.GET('/v1/staff/projects/{id}/members', path)),
    settle(view.api.accompaniment.GET('/v1/staff/projects/{id}/documents', path)),
    settle(view.api.accompaniment.GET('/v1/staff/projects/{id}/duplicates', path)),
    settle(view.api.accompaniment.GET('/v1/staff/accompaniments', { params: { query: { projectId: id, limit: 50 } } })),
    settle(view.api.accompaniment.GET('/v1/staff/referrals', { params: { query: { projectId: id, limit: 50 } } })),
  ]);
  const { contact, listing, mergedInto, profile } = project;
  const open = project.status !== 'merged';
  // One of each sort at a time is under way.
  const underWay = accompaniments.kind === 'ok' ? accompaniments.data.items.filter(({ status }) => isOpen(status)) : [];
  const startable = modalities.filter((modality) => underWay.every((one) => one.modality !== modality));
  return {
    title: project.name,
    section: 'accompaniments',
    body: html`<h1>${project.name}</h1>
      <p>${badge(project.status === 'active' ? 'good' : 'neutral', projectStatusName(view, project.status))}</p>
      <div class="narrow prose"><p>${project.description}</p></div>
      ${facts([
        [t.tags, project.tags.length > 0 && html`${tagLinks(view, project.tags)}`],
        [t.contactName, contact?.name],
        [t.contactEmail, contact && html`<a href="mailto:${contact.email}">${contact.email}</a>`],
        [t.contactPhone, contact?.phone],
        [directory.sector, project.sector && nameOf('sector', project.sector, view.language)],
        [
          directory.neighbourhood,
          project.neighbourhood && nameOf('neighbourhood', project.neighbourhood, view.language),
        ],
        [t.groupSize, project.groupSize?.toString()],
        [t.recipient, profile.recipient && recipientName(view, profile.recipient)],
        [directory.legalForm, profile.legalForm && nameOf('legalForm', profile.legalForm, view.language)],
        [t.entityName, profile.entityName],
        [t.taxId, profile.taxId],
        [t.municipality, profile.municipality],
        [t.motivation, profile.motivation],
        [t.needsSolved, profile.needsSolved],
        [t.socialBase, profile.socialBase],
        [t.expectedJobs, profile.expectedJobs?.toString()],
        [
          directory.title,
          listing && html`<a href="${view.href('initiative', { slug: listing.slug })}">${listing.slug}</a>`,
        ],
        [t.mergedInto, mergedInto && html`<a href="${view.at(`/projects/${mergedInto}`)}">${t.seeMerged}</a>`],
      ])}
      ${open && html`<p class="actions"><a class="button button-quiet" href="${view.at(`/projects/${id}/edit`)}">${words.edit}</a></p>`}
      ${open && duplicatePart(view, project, duplicates)}
      <h2>${cases.accompanimentsTitle}</h2>
      ${partOf(
        view,
        cases.accompanimentsTitle.toLowerCase(),
        accompaniments,
        ({ items }) =>
          html`${table(view, cases.accompanimentsTitle, {
            headings: [words.modality, words.status, cases.technician, cases.hours],
            rows: items.map((one) => [
              html`<a href="${view.at(`/accompaniments/${one.id}`)}">${modalityName(view, one.modality)}</a>`,
              accompanimentStatusName(view, one.status),
              one.technician.name,
              hoursOf(view, one.minutes),
            ]),
          })}`,
      )}
      ${
        open &&
        html`<div class="actions">
          ${startable.map((modality) =>
            view.form(
              view.at('/accompaniments/new'),
              html`<input type="hidden" name="projectId" value="${id}" /><input
                  type="hidden"
                  name="modality"
                  value="${modality}"
                />`,
              html`<button class="button button-quiet" type="submit">
                ${cases.openAccompaniment}: ${modalityName(view, modality)}
              </button>`,
            ),
          )}
        </div>`
      }
      <h2>${cases.referralsTitle}</h2>
      ${partOf(view, cases.referralsTitle.toLowerCase(), referrals, ({ items }) =>
        table(view, cases.referralsTitle, {
          headings: [cases.partner, words.status, words.modality, words.created],
          rows: items.map((one) => [
            html`<a href="${view.at(`/referrals/${one.id}`)}"
              >${one.direction === 'inbound' ? `${one.partner.name} →` : `→ ${one.partner.name}`}</a
            >`,
            referralBadge(view, one.status),
            modalityName(view, one.modality),
            time(view.language, 'day', one.createdAt),
          ]),
        }),
      )}
      ${open && html`<p><a href="${view.at('/referrals/new', { projectId: id })}">${view.t.projects.refer}</a></p>`}
      ${memberPart(view, project, members)} ${await documentPart(view, project, documents, accompaniments)}`,
  };
}

function editPage(view: DeskView, stored: Project, state: FormState, status = 200, above?: Html | false): DeskAnswer {
  const { desk } = view.t;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${desk.edit}: ${stored.name}`,
    section: 'accompaniments',
    body: html`<div class="narrow">
      <h1>${desk.edit}: ${stored.name}</h1>
      ${above}
      ${view.form(
        view.at(`/projects/${stored.id}/edit`),
        html`<input type="hidden" name="version" value="${stored.version}" />`,
        projectFields(view, state),
        html`<p class="actions">
          <button class="button" type="submit">${desk.save}</button>
          <a href="${view.at(`/projects/${stored.id}`)}">${view.t.projects.seeProjectSheet}</a>
        </p>`,
      )}
    </div>`,
  };
}
