import {
  criteriaLists,
  legalForms,
  linkKinds,
  needs,
  neighbourhoods,
  networks,
  sectors,
  weekdays,
} from '@ateneu/reference-data';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { consentTextVersion } from '../../../texts/statements.texts.ts';
import type { FormValues } from '../../../ui/fields.ts';
import { type Choice, type FormState, type FormWriter, formWriter } from '../../../ui/form.ts';
import { folded } from '../../../ui/lists.ts';
import { initiativeRows } from './initiative-names.ts';
import { contactName } from './initiative-labels.view.ts';
import { contactFields, type NamedDetails } from './initiative.model.ts';
import { rows } from '../training/programme-form.view.ts';

/** Where a place is shown, on somebody else's map: nothing of ours is asked for it. */
export function mapAddress({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;
}

/** The fields of the form. */
export async function initiativeFields(
  view: DeskView,
  state: FormState,
  stored: NamedDetails | undefined,
): Promise<Html> {
  const { directory: t, consoleInitiative: i, shell } = view.t;
  const form = formWriter(view, state);
  const choices = (list: readonly { code: string; label: Record<'ca' | 'es' | 'en', string> }[]): Choice[] =>
    list.map(({ code, label }) => ({ value: code, text: label[view.language] }));
  const filled = (...names: string[]): boolean =>
    Object.entries(state.values).some(
      ([name, value]) => value.length > 0 && names.some((one) => name === one || name.startsWith(`${one}.`)),
    ) || Object.keys(state.errors).some((name) => names.some((one) => name === one || name.startsWith(`${one}.`)));
  const version = criteriaVersion(state.values);
  return html`${form.summary()}
    <div class="pair">
      ${form.text('name.ca', `${t.name} (ca)`, { required: true })} ${form.text('name.es', `${t.name} (es)`)}
    </div>
    <div class="pair">${form.text('summary.ca', t.summaryCa)} ${form.text('summary.es', t.summaryEs)}</div>
    <div class="pair">
      ${form.area('description.ca', `${t.description} (ca)`)} ${form.area('description.es', `${t.description} (es)`)}
    </div>
    ${folded(
      i.english,
      html`${form.text('name.en', `${t.name} (en)`)} ${form.text('summary.en', `${t.summary} (en)`)}
      ${form.area('description.en', `${t.description} (en)`)}`,
      filled('name.en', 'summary.en', 'description.en'),
    )}
    ${form.select('legalForm', t.legalForm, choices(legalForms), { required: true })}
    ${form.checks('sectors', t.sectors, choices(sectors), { required: true })}
    <div class="pair">
      ${form.text('taxId', 'NIF')} ${form.text('foundedIn', i.foundedIn, { inputmode: 'numeric' })}
    </div>
    <h2>${i.where}</h2>
    ${form.text('address', t.address)}
    ${form.select(
      'neighbourhood',
      t.neighbourhood,
      neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
    )}
    ${form.text('position', i.position, { hint: i.positionHint })} ${mapLinks(view, stored)}
    <h2>${i.contact}</h2>
    ${form.text('website', shell.website, { type: 'url' })}
    <p class="hint">${i.contactHint}</p>
    ${contactFields.map((field) => contactRow(view, form, field))}
    ${folded(i.links, listOf(view, form, state, 'links', choices(linkKinds)), filled('links'))}
    ${folded(
      i.openingHours,
      html`${rows(state, 'openingHours.weekly', 1, (at, n) => openingRow(view, form, at, n))}
        <div class="pair">
          ${form.text('openingHours.note.ca', `${i.openingNote} (ca)`)}
          ${form.text('openingHours.note.es', `${i.openingNote} (es)`)}
        </div>
        ${form.text('openingHours.note.en', `${i.openingNote} (en)`)}`,
      filled('openingHours'),
    )}
    <h2>${i.offers}</h2>
    ${folded(i.offers, listOf(view, form, state, 'offers', []), filled('offers'))}
    ${form.checks('needs', i.needs, choices(needs))} ${form.checks('networks', i.networks, choices(networks))}
    ${await initiativeRows(view, form, state, { list: 'cooperatesWith', legend: i.cooperatesWith })}
    ${folded(
      i.criteria,
      html`<p class="hint">${i.criteriaHint(version)}</p>
        ${form.hidden('criteria.version', version)}
        ${rows(state, 'criteria.met', 1, (at, n) => criterionRow(view, form, at, n, version))}`,
      filled('criteria.met'),
    )}`;
}

/** The list of criteria that a form speaks of: the one of what is stored, or the newest. */
function criteriaVersion(values: FormValues): string {
  const said = values['criteria.version'];
  return typeof said === 'string' && said !== '' ? said : (criteriaLists[0]?.version ?? '');
}

function mapLinks(view: DeskView, stored: NamedDetails | undefined): Html {
  const i = view.t.consoleInitiative;
  const { position, address } = stored ?? {};
  const find = `https://www.openstreetmap.org/search?query=${encodeURIComponent(`${address ?? ''}, L’Hospitalet de Llobregat`)}`;
  return html`<p class="small">
    ${position && html`<a href="${mapAddress(position)}" rel="external">${i.seeOnMap}</a> `}
    ${address && html`<a href="${find}" rel="external">${i.findOnMap}</a>`}
  </p>`;
}

function contactRow(view: DeskView, form: FormWriter, field: (typeof contactFields)[number]): Html {
  const i = view.t.consoleInitiative;
  const [at, name] = [`contact.${field}`, contactName(view, field)];
  return html`<fieldset class="field row">
    <legend>${name}</legend>
    ${form.text(`${at}.value`, name, field === 'email' ? { type: 'email' } : {})}
    ${form.check(`${at}.consent`, i.mayBePublished(name))}
    <div class="pair">
      ${form.text(`${at}.consent.givenBy`, i.consentBy(name))}
      ${form.text(`${at}.consent.textVersion`, i.consentVersion(name), { initial: consentTextVersion })}
    </div>
  </fieldset>`;
}

function listOf(
  view: DeskView,
  form: FormWriter,
  state: FormState,
  list: 'links' | 'offers',
  kinds: readonly Choice[],
): Html {
  const i = view.t.consoleInitiative;
  const offerKinds = [
    { value: 'product', text: i.product },
    { value: 'service', text: i.service },
  ];
  return html`${rows(
    state,
    list,
    1,
    (at, n) =>
      html`<fieldset class="field row">
        <legend>${list === 'links' ? i.link(n) : i.offer(n)}</legend>
        ${
          list === 'links'
            ? html`<div class="pair">
                ${form.select(`${at}.kind`, i.linkKind, kinds)} ${form.text(`${at}.url`, i.url, { type: 'url' })}
              </div>`
            : html`${form.select(`${at}.kind`, i.offerKind, offerKinds, { initial: 'service' })}
                <div class="pair">
                  ${form.text(`${at}.name.ca`, i.inCatalan)} ${form.text(`${at}.name.es`, i.inSpanish)}
                  ${form.text(`${at}.name.en`, i.english)}
                </div>`
        }
      </fieldset>`,
  )}`;
}

function openingRow(view: DeskView, form: FormWriter, at: string, n: number): Html {
  const i = view.t.consoleInitiative;
  return html`<fieldset class="field row">
    <legend>${i.openingRow(n)}</legend>
    ${form.checks(
      `${at}.days`,
      i.days,
      weekdays.map(({ code, label }) => ({ value: code, text: label[view.language] })),
    )}
    <div class="pair">
      ${form.text(`${at}.opens`, i.opens, { type: 'time' })}
      ${form.text(`${at}.closes`, i.closes, { type: 'time', hint: i.closesHint })}
    </div>
  </fieldset>`;
}

function criterionRow(view: DeskView, form: FormWriter, at: string, n: number, version: string): Html {
  const i = view.t.consoleInitiative;
  const list = criteriaLists.find((one) => one.version === version)?.criteria ?? [];
  return html`<fieldset class="field row">
    <legend>${i.criterion(n)}</legend>
    ${form.select(
      `${at}.code`,
      i.which,
      list.map(({ code, label }) => ({ value: code, text: label[view.language] })),
    )}
    <div class="pair">
      ${form.area(`${at}.evidence.ca`, `${i.evidence} (ca)`, { rows: 2 })}
      ${form.area(`${at}.evidence.es`, `${i.evidence} (es)`, { rows: 2 })}
    </div>
    ${form.text(`${at}.evidence.en`, `${i.evidence} (en)`)} ${form.text(`${at}.url`, i.evidenceUrl, { type: 'url' })}
  </fieldset>`;
}
