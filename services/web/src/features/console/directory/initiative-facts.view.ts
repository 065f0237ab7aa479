import { criteriaLists, linkKinds, needs, networks, weekdays } from '@ateneu/reference-data';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { facts, nameOf } from '../../../ui/parts.ts';
import type { paths } from '../../../upstream/generated/directory.ts';
import { contactName } from './initiative-labels.view.ts';
import { mapAddress } from './initiative-form.view.ts';
import { contactFields } from './initiative.model.ts';

type Stored = paths['/v1/staff/initiatives/{id}']['get']['responses'][200]['content']['application/json'];
type Labelled = readonly { readonly code: string; readonly label: Readonly<Record<'ca' | 'es' | 'en', string>> }[];

/** All that is known of an initiative beside its texts. */
export function initiativeFacts(view: DeskView, initiative: Stored): Html {
  const { directory: d, consoleInitiative: i, console: t } = view.t;
  const { proposer, position, openingHours, criteria, slug, status } = initiative;
  const labels = (list: Labelled, codes: readonly string[] | undefined): string | undefined =>
    codes?.map((code) => list.find((one) => one.code === code)?.label[view.language] ?? code).join(', ');
  const criterion = (code: string): string =>
    labels(criteriaLists.find(({ version }) => version === criteria?.version)?.criteria ?? [], [code]) ?? code;
  return facts([
    [d.legalForm, nameOf('legalForm', initiative.legalForm, view.language)],
    [d.sectors, initiative.sectors.map((code) => nameOf('sector', code, view.language)).join(', ')],
    [d.neighbourhood, initiative.neighbourhood && nameOf('neighbourhood', initiative.neighbourhood, view.language)],
    [d.address, initiative.address],
    [
      i.position,
      position &&
        html`${position.latitude}, ${position.longitude}
          <a href="${mapAddress(position)}" rel="external">${i.seeOnMap}</a>`,
    ],
    [
      view.t.shell.website,
      initiative.website && html`<a href="${initiative.website}" rel="external">${initiative.website}</a>`,
    ],
    ['NIF', initiative.taxId],
    [i.foundedIn, initiative.foundedIn === undefined ? undefined : String(initiative.foundedIn)],
    ...contactFields.map((field) => {
      const contact = initiative.contact?.[field];
      return [
        contactName(view, field),
        contact && `${contact.value} (${contact.consent === undefined ? i.notPublished : i.published})`,
      ] as const;
    }),
    [
      i.links,
      list(initiative.links, ({ kind, url }) => html`<a href="${url}" rel="external">${labels(linkKinds, [kind])}</a>`),
    ],
    [
      i.openingHours,
      openingHours &&
        html`${list(openingHours.weekly, ({ days, opens, closes }) => html`${labels(weekdays, days)}: ${opens}–${closes}`)}
        ${openingHours.note && view.say(openingHours.note)}`,
    ],
    [i.offers, list(initiative.offers, ({ name }) => html`${view.say(name)}`)],
    [i.needs, labels(needs, initiative.needs)],
    [i.networks, labels(networks, initiative.networks)],
    [i.criteria, list(criteria?.met, ({ code, evidence }) => html`${criterion(code)}: ${view.say(evidence)}`)],
    [t.proposer, proposer && html`${proposer.name}, <a href="mailto:${proposer.email}">${proposer.email}</a>`],
    [
      t.seePublic,
      status === 'published' && slug !== null && html`<a href="${view.href('initiative', { slug })}">${slug}</a>`,
    ],
    [view.t.desk.created, time(view.language, 'short', initiative.createdAt)],
  ]);
}

function list<T>(items: readonly T[] | undefined, show: (item: T) => Html): Html | undefined {
  if (items === undefined || items.length === 0) return undefined;
  return html`<ul>
    ${items.map((item) => html`<li>${show(item)}</li>`)}
  </ul>`;
}
