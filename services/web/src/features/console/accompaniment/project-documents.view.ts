import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { emptyForm, type FormState, formWriter } from '../../../ui/form.ts';
import { step, table } from '../../../ui/lists.ts';
import { partOf } from '../../../ui/parts.ts';
import { type Answer, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/accompaniment.ts';
import { sizeOf } from '../../../ui/numbers.ts';
import { documentKindName, documentKinds } from './project.names.ts';
import type { Project } from './project-form.view.ts';

type Documents = paths['/v1/staff/projects/{id}/documents']['get']['responses'][200]['content']['application/json'];
type Accompaniments = { readonly items: readonly { readonly referralId: string | null }[] };

/** A referral whose partner may be given documents, at the version that is shared from. */
interface Sharer {
  readonly id: string;
  readonly version: number;
  readonly partner: string;
}

/** The documents of a project, each with whom it is shared, and the way to upload one. */
export async function documentPart(
  view: DeskView,
  project: Project,
  answer: Answer<Documents>,
  accompaniments: Answer<Accompaniments>,
): Promise<Html> {
  const t = view.t.projects;
  const sharers = await readSharers(view, accompaniments);
  const open = project.status !== 'merged';
  return html`<h2 id="documents">${t.documents}</h2>
    ${partOf(view, t.documents.toLowerCase(), answer, ({ items }) =>
      table(view, t.documents, {
        headings: [t.document, t.kind, t.size, t.uploaded, t.sharing, view.t.desk.actions],
        rows: items.map((document) => {
          const at = (what: string) => view.at(`/projects/${project.id}/documents/${document.id}/${what}`);
          return [
            html`<a href="${at('content')}" download>${document.fileName}</a>`,
            documentKindName(view, document.kind),
            sizeOf(view, document.bytes),
            time(view.language, 'short', document.uploadedAt),
            sharing(view, sharers, document.sharedWith, at),
            open && step(view, at('remove'), t.removeDocument, { sure: true }),
          ];
        }),
      }),
    )}
    ${sharers.length === 0 && html`<p class="small">${t.shareHint}</p>`}
    ${open && uploadForm(view, project.id, emptyForm)}`;
}

/** The form that a document is uploaded with. */
export function uploadForm(view: DeskView, projectId: string, state: FormState): Html {
  const t = view.t.projects;
  const form = formWriter(view, state);
  return html`<section class="narrow" aria-labelledby="upload">
    <h3 id="upload">${t.uploadTitle}</h3>
    ${form.summary()}
    ${view.fileForm(
      view.at(`/projects/${projectId}/documents`),
      form.select(
        'kind',
        t.kind,
        documentKinds.map((value) => ({ value, text: documentKindName(view, value) })),
        {
          required: true,
        },
      ),
      form.file('file', t.file, { required: true, hint: t.fileHint, accept }),
      html`<button class="button" type="submit">${t.upload}</button>`,
    )}
  </section>`;
}

/** What a browser offers first; what the file is, the service reads from its contents. */
const accept = '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.webp';

function sharing(
  view: DeskView,
  sharers: readonly Sharer[],
  sharedWith: readonly string[],
  at: (what: string) => string,
): Html {
  const t = view.t.projects;
  return html`<div class="actions">
    ${sharers.map(({ id, version, partner }) => {
      const shared = sharedWith.includes(id);
      return view.form(
        at(shared ? 'unshare' : 'share'),
        html`<input type="hidden" name="referral" value="${id}" /><input
            type="hidden"
            name="version"
            value="${version}"
          />`,
        html`<button class="button button-quiet" type="submit">
          ${shared ? t.unshare(partner) : t.share(partner)}
        </button>`,
      );
    })}
  </div>`;
}

async function readSharers(view: DeskView, accompaniments: Answer<Accompaniments>): Promise<Sharer[]> {
  if (accompaniments.kind !== 'ok') return [];
  const ids = new Set(accompaniments.data.items.flatMap(({ referralId }) => referralId ?? []));
  const answers = await Promise.all(
    [...ids].map((id) => settle(view.api.accompaniment.GET('/v1/staff/referrals/{id}', { params: { path: { id } } }))),
  );
  return answers.flatMap((answer) => {
    // Whoever works on it reads it; before and after, nobody.
    if (answer.kind !== 'ok' || !['accepted', 'in-progress'].includes(answer.data.status)) return [];
    const { id, version, partner } = answer.data;
    return [{ id, version, partner: partner.name }];
  });
}
