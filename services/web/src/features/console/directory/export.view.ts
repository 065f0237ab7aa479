import { districts } from '@ateneu/reference-data';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { table } from '../../../ui/lists.ts';
import { badge, nameOf, notice } from '../../../ui/parts.ts';
import type { paths } from '../../../upstream/generated/directory.ts';
import { countOf, sizeOf } from '../../../ui/numbers.ts';
import { initiativeStatusName } from './initiatives.page.ts';

/** An export as the service has it. */
export type Export = paths['/v1/staff/exports/{id}']['get']['responses'][200]['content']['application/json'];

/** What it takes to write about an export. */
type Reader = Pick<DeskView, 't' | 'language' | 'at'>;

/** What the format is called. */
export function formatName({ format }: Pick<Export, 'format'>): string {
  return format === 'csv' ? 'CSV' : 'GeoJSON';
}

/** A word about where an export stands. */
export function exportBadge({ t: { consoleDirectory: t } }: Reader, status: Export['status']): Html {
  const words = {
    waiting: ['attention', t.exportWaiting],
    writing: ['attention', t.exportWriting],
    ready: ['good', t.exportReady],
    failed: ['bad', t.exportFailed],
    expired: ['neutral', t.exportExpired],
  } as const;
  const [tone, text] = words[status];
  return badge(tone, text);
}

/** Which initiatives an export is of, in a few words. */
export function filtersText(view: DeskView, { filters }: Pick<Export, 'filters'>): string {
  const { status = [], sector = [], legalForm = [], neighbourhood = [], district = [] } = filters;
  const { need = [], network = [] } = filters;
  const parts = [
    status.map((one) => initiativeStatusName(view, one)),
    sector.map((code) => nameOf('sector', code, view.language)),
    legalForm.map((code) => nameOf('legalForm', code, view.language)),
    district.map((code) => districts.find((one) => one.code === code)?.name ?? code),
    neighbourhood.map((code) => nameOf('neighbourhood', code, view.language)),
    need,
    network,
  ].filter((names) => names.length > 0);
  return parts.length === 0 ? view.t.consoleDirectory.exportAll : parts.map((names) => names.join(', ')).join(' · ');
}

/** What was exported, the newest first. */
export function exportsTable(view: DeskView, items: readonly Export[]): Html {
  const { consoleDirectory: t, desk: words } = view.t;
  return table(view, t.exportsTitle, {
    headings: [t.exportWhich, t.exportFormat, words.status, t.exportRows, t.exportSize, t.by, words.created],
    rows: items.map((item) => [
      html`<a href="${view.at(`/exports/${item.id}`)}">${filtersText(view, item)}</a>`,
      formatName(item),
      exportBadge(view, item.status),
      item.status === 'ready' || item.status === 'writing' ? countOf(view, item.processed) : '',
      item.status === 'ready' ? sizeOf(view, item.size) : '',
      item.createdBy,
      time(view.language, 'short', item.createdAt),
    ]),
  });
}

/** Whether it is being written, or waits for that. */
export function isBeingWritten({ status }: Pick<Export, 'status'>): boolean {
  return status === 'waiting' || status === 'writing';
}

/** Where an export stands and how far it got. A script keeps it up to date; without one there is a link. */
export function exportProgress(view: Reader, item: Export): Html {
  const t = view.t.consoleDirectory;
  const working = isBeingWritten(item);
  const { total, processed } = item;
  const text = total === null ? t.exportAwaits : t.exportProgress(countOf(view, processed), countOf(view, total));
  const bar =
    total === null
      ? html`<progress aria-label="${text}"></progress>`
      : html`<progress max="${Math.max(total, 1)}" value="${processed}" aria-label="${text}"></progress>`;
  return html`<div id="progress" role="status" ${working && html` data-working`}>
    <p>${exportBadge(view, item.status)}</p>
    ${
      working &&
      html`<p>${bar} ${text}</p>
        <p class="small">${t.leave}</p>
        <p><a class="button button-quiet" href="${view.at(`/exports/${item.id}`)}">${t.refresh}</a></p>`
    }
    ${sentenceOf(view, item)}
  </div>`;
}

/** Why there is no file, and what to do about it. */
function sentenceOf(view: Reader, { status, failure, takenAway }: Export): Html | false {
  const t = view.t.consoleDirectory;
  if (status === 'failed') {
    return notice('danger', failure === 'interrupted' ? t.exportInterrupted : t.exportUnwritable);
  }
  return status === 'expired' && notice('warning', takenAway === 'erasure' ? t.exportErased : t.exportTooOld);
}
