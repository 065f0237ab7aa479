import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { step, table } from '../../../ui/lists.ts';
import { badge, partOf } from '../../../ui/parts.ts';
import type { Answer } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/accompaniment.ts';
import { isCoordinator } from '../roles.ts';
import { memberStatusName, projectStatusName } from './project.names.ts';
import type { Project } from './project-form.view.ts';

type Members = paths['/v1/staff/projects/{id}/members']['get']['responses'][200]['content']['application/json'];
type Duplicates = paths['/v1/staff/projects/{id}/duplicates']['get']['responses'][200]['content']['application/json'];

/** The people of a project, with how each invitation stands. */
export function memberPart(view: DeskView, { id, status }: Project, answer: Answer<Members>): Html {
  const { projects: t, desk, training } = view.t;
  const at = (member: string, what: string) => view.at(`/projects/${id}/members/${member}/${what}`);
  return html`<h2 id="members">${t.members}</h2>
    ${partOf(view, t.members.toLowerCase(), answer, ({ items }) =>
      table(view, t.members, {
        headings: [desk.name, t.role, training.email, desk.status, desk.actions],
        rows: items.map(({ id: member, version, status: standing, person }) => [
          [person.name, person.surnames].join(' ').trim(),
          person.role,
          person.email && html`<a href="mailto:${person.email}">${person.email}</a>`,
          badge(
            standing === 'active' ? 'good' : standing === 'invited' ? 'attention' : 'neutral',
            memberStatusName(view, standing),
          ),
          html`<div class="actions">
            <a class="button button-quiet" href="${at(member, 'edit')}"
              >${desk.edit} <span class="visually-hidden">${person.name}</span></a
            >
            ${standing === 'invited' && step(view, at(member, 'invite'), t.inviteAgain, { quiet: true })}
            ${(standing === 'active' || standing === 'invited') && step(view, at(member, 'leave'), t.memberRemove, { version, sure: true })}
          </div>`,
        ]),
      }),
    )}
    ${status !== 'merged' && html`<p class="actions"><a class="button" href="${view.at(`/projects/${id}/members/new`)}">${t.memberAdd}</a></p>`}`;
}

/** Projects that may be the same, and what they share; coordinators let this one go into another. */
export function duplicatePart(view: DeskView, { id, version }: Project, answer: Answer<Duplicates>): Html {
  const t = view.t.projects;
  const shared = { name: t.becauseName, contact: t.becauseContact, member: t.becauseMember, 'tax-id': t.becauseTaxId };
  if (answer.kind === 'ok' && answer.data.items.length === 0) return html``;
  const mayMerge = isCoordinator(view);
  return html`<h2>${t.duplicates}</h2>
    ${partOf(
      view,
      t.duplicates.toLowerCase(),
      answer,
      ({ items }) =>
        html`<ul class="phases">
          ${items.map(
            (other) =>
              html`<li>
                <span
                  ><a href="${view.at(`/projects/${other.id}`)}">${other.name}</a>
                  (${projectStatusName(view, other.status)}). ${t.because}
                  ${other.because.map((why) => shared[why]).join(', ')}.</span
                >
                ${
                  mayMerge
                    ? html`<details class="sure">
                        <summary class="button button-quiet">${t.merge}</summary>
                        <p>${t.mergeText(other.name)}</p>
                        ${view.form(
                          view.at(`/projects/${id}/merge`),
                          html`<input type="hidden" name="version" value="${version}" /><input
                              type="hidden"
                              name="into"
                              value="${other.id}"
                            />`,
                          html`<button class="button" type="submit">${view.t.desk.confirmSure}</button>`,
                        )}
                      </details>`
                    : html`<small>${view.t.desk.notYours}</small>`
                }
              </li>`,
          )}
        </ul>`,
    )}`;
}
