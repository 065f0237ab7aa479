import { kitErrors, type App, type Problem } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { type Fields, fieldsOf } from '../../../ui/fields.ts';
import { type FormState, refusedForm } from '../../../ui/form.ts';
import { paramOf } from '../../../ui/lists.ts';
import { notice, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/notifications.ts';
import { conflict } from '../conflict.view.ts';
import { noticesNav } from '../section-nav.view.ts';
import { addressOf, historyList, type TextPath as Path, textForm } from './text.view.ts';
import { kindName, languageName, textLanguages } from './texts.pages.ts';

type Words = NonNullable<
  paths['/v1/staff/templates/{kind}/texts/{language}']['get']['responses'][200]['content']['application/json']['text']
>;

/** The words of one message in one language: as they are, as they would be, and as they were. */
export function textPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/texts/:kind/:of', {
    get: (view, request) => textPage(view, pathOf(request)),
    post: async (view, request) => {
      const path = pathOf(request);
      const fields = fieldsOf(request.body);
      const words = readWords(fields);
      if (fields.text('intent') === 'preview') {
        const answer = await settle(
          view.api.notifications.POST('/v1/staff/templates/{kind}/texts/{language}/preview', {
            params: { path },
            body: words,
          }),
        );
        if (answer.kind === 'ok')
          return textPage(view, path, { state: { values: fields.values, errors: {} }, preview: answer.data });
        return refused(view, path, fields, answer.kind === 'down' ? undefined : answer.problem);
      }
      const answer = await settle(
        view.api.notifications.PUT('/v1/staff/templates/{kind}/texts/{language}', {
          params: { path, header: { 'If-Match': `"${fields.text('version') ?? ''}"` } },
          body: { ...words, comment: fields.required('comment') },
        }),
      );
      if (answer.kind === 'ok')
        return { redirect: addressOf(view, path), flash: { tone: 'success', text: view.t.desk.saved } };
      return refused(view, path, fields, answer.kind === 'down' ? undefined : answer.problem);
    },
  });
  deskPage(app, desk, '/texts/:kind/:of/revert', {
    post: async (view, request) => {
      const path = pathOf(request);
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.notifications.POST('/v1/staff/templates/{kind}/texts/{language}/revert', {
          params: { path, header: { 'If-Match': `"${fields.text('version') ?? ''}"` } },
          body: { to: fields.number('to') ?? 0, comment: '' },
        }),
      );
      return outcome(view, answer, { done: view.t.consoleNotices.takenUp, to: addressOf(view, path) });
    },
  });
}

function pathOf(request: Parameters<typeof paramOf>[0]): Path {
  const language = textLanguages.find((one) => one === paramOf(request, 'of'));
  if (language === undefined) throw kitErrors.routeNotFound();
  return { kind: paramOf(request, 'kind'), language };
}

const paragraphsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function readWords(fields: Fields): Words {
  return {
    subject: fields.required('subject'),
    paragraphs: paragraphsOf(fields.text('paragraphs')),
    closing: paragraphsOf(fields.text('closing')),
  };
}

function valuesOf(words: Words | null): Record<string, string> {
  return {
    subject: words?.subject ?? '',
    paragraphs: words?.paragraphs.join('\n\n') ?? '',
    closing: words?.closing.join('\n\n') ?? '',
  };
}

/** What was refused, at the field that it is about: the service names the part before the sentence. */
function refusedText(fields: Fields, problem: Problem): FormState {
  const found = [
    ...problem.detail.matchAll(
      /(subject|paragraphs|closing)(?:\/\d+)?: (.*?)(?= (?:subject|paragraphs|closing)(?:\/\d+)?: |$)/gs,
    ),
  ];
  if (problem.code !== 'notifications.template-text.refused' || found.length === 0)
    return refusedForm(fields.values, problem);
  const errors: Record<string, string> = {};
  for (const [, part = '', sentence = ''] of found) errors[part] ??= sentence;
  return { values: fields.values, errors };
}

async function refused(view: DeskView, path: Path, fields: Fields, problem: Problem | undefined): Promise<DeskAnswer> {
  const state = { values: fields.values, errors: {} };
  if (problem === undefined)
    return textPage(view, path, { state: { ...state, problem: view.t.shell.serviceDown }, status: 503 });
  if (problem.status !== 412) return textPage(view, path, { state: refusedText(fields, problem), status: 422 });
  return textPage(view, path, { state, status: 412, written: fields });
}

interface TextPage {
  readonly state?: FormState;
  readonly preview?: { readonly subject: string; readonly text: string };
  readonly written?: Fields;
  readonly status?: number;
}

async function textPage(
  view: DeskView,
  path: Path,
  { state, preview, written, status = 200 }: TextPage = {},
): Promise<DeskAnswer> {
  const call = { params: { path } };
  const [found, history, shown, list] = await Promise.all([
    settle(view.api.notifications.GET('/v1/staff/templates/{kind}/texts/{language}', call)),
    settle(view.api.notifications.GET('/v1/staff/templates/{kind}/texts/{language}/history', call)),
    settle(
      view.api.notifications.GET('/v1/staff/templates/{kind}/preview', {
        params: { path: { kind: path.kind }, query: { language: path.language, part: 'text' } },
        parseAs: 'text',
      }),
    ),
    settle(view.api.notifications.GET('/v1/staff/templates')),
  ]);
  const text = must(found);
  const t = view.t.consoleNotices;
  const title = list.kind === 'ok' ? list.data.items.find(({ kind }) => kind === path.kind)?.title : undefined;
  const name = t.textOf(kindName(view, path.kind, title), languageName(view, path.language));
  const writes = view.staff?.roles.some((role) => role !== 'technician') === true;
  const now = valuesOf(text.text);
  // Whoever writes for the first time begins with the words that there are.
  const begin = valuesOf(text.text ?? text.builtIn);
  const labels = [
    ['subject', t.subject],
    ['paragraphs', t.paragraphs],
    ['closing', t.closing],
  ] as const;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${name}`,
    section: 'deliveries',
    body: html`${noticesNav(view, '/texts')}
      <h1>${name}</h1>
      <p>${text.text === null ? t.isBuiltIn : t.isEdited}</p>
      ${
        written &&
        conflict(
          view,
          labels.map(([field, label]) => ({ label, stored: now[field] ?? '', written: written.text(field) ?? '' })),
        )
      }
      <div class="beside">
        <section>
          <h2>${t.write}</h2>
          ${
            writes
              ? textForm(view, path, { ...text, state: state ?? { values: begin, errors: {} } })
              : notice('info', t.coordinatorsWrite)
          }
        </section>
        <section>
          ${
            preview &&
            html`<h2 id="preview">${t.preview}</h2>
              <div class="letter" lang="${path.language}" tabindex="0" role="region" aria-labelledby="preview">
                <strong>${preview.subject}</strong>
                <pre>${preview.text}</pre>
              </div>`
          }
          <h2 id="now">${t.now}</h2>
          <p class="hint">${t.nowHint}</p>
          ${partOf(
            view,
            t.now.toLowerCase(),
            shown,
            (message) =>
              html`<div class="letter" lang="${path.language}" tabindex="0" role="region" aria-labelledby="now">
                <pre>${message}</pre>
              </div>`,
          )}
        </section>
      </div>
      <h2>${view.t.desk.history}</h2>
      ${partOf(view, view.t.desk.history.toLowerCase(), history, ({ items }) => historyList(view, path, { items, version: text.version, writes }))}`,
  };
}
