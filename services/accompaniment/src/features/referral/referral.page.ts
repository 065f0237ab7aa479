import { findTerm, modalityTerms, referralDeclineReasons, referralOutcomes, referralStatusTerms } from '@ateneu/events';
import type { Language } from '@ateneu/kernel';
import { findNeighbourhood, findSector } from '@ateneu/reference-data';
import type { PageAction, SelfServicePage } from '@ateneu/service-kit';

import { referralTexts } from './referral.page-texts.ts';
import type { partnerViewOf } from './referral.views.ts';
import { allows, stepsOf } from './referral-transitions.ts';

type View = NonNullable<ReturnType<typeof partnerViewOf>>;

/** What the page of a referral shows to the partner that holds its link: as much as it may see now, and its next steps. */
export function referralPage(
  language: Language,
  view: View,
  secret: string,
  documents: readonly { id: string; fileName: string }[],
): SelfServicePage {
  const text = referralTexts[language];
  const labelOf = (terms: Parameters<typeof findTerm>[0], code: string): string =>
    findTerm(terms, code)?.label[language] ?? code;
  const fact = (name: string, value: string | number | null | undefined) =>
    value === null || value === undefined ? [] : [{ name, value: String(value) }];
  const { project, person } = view;
  const withdrawn = view.consent.withdrawnAt !== null;
  return {
    language,
    title: text.title,
    paragraphs: [withdrawn ? text.consentWithdrawn : text.states[view.status]].filter((line) => line !== ''),
    facts: [
      ...fact(text.state, labelOf(referralStatusTerms, view.status)),
      ...fact(text.modality, labelOf(modalityTerms, view.modality)),
      ...fact(text.project, project?.name),
      ...fact(text.description, project?.description),
      ...fact(text.sector, project?.sector === undefined ? undefined : findSector(project.sector)?.label[language]),
      ...fact(
        text.neighbourhood,
        project?.neighbourhood === undefined ? undefined : findNeighbourhood(project.neighbourhood)?.name,
      ),
      ...fact(text.groupSize, project?.groupSize),
      ...fact(text.person, person?.name),
      ...fact(text.email, person?.email),
      ...fact(text.phone, person?.phone),
      ...fact(text.reason, view.reasonCode === null ? null : labelOf(referralDeclineReasons, view.reasonCode)),
      ...fact(text.outcome, view.outcome === null ? null : labelOf(referralOutcomes, view.outcome)),
    ],
    actions: [
      ...documents.map(({ id, fileName }) => ({
        label: `${text.download} «${fileName}»`,
        method: 'get' as const,
        href: `${secret}/documents/${id}`,
      })),
      ...actionsOf(language, view, secret),
    ],
  };
}

/** The steps that the table allows the partner from here; without a consent, those that end it. */
function actionsOf(language: Language, view: View, secret: string): PageAction[] {
  const text = referralTexts[language];
  const withdrawn = view.consent.withdrawnAt !== null;
  const post = (label: string, step: string, more: Partial<PageAction> = {}): PageAction => ({
    label,
    method: 'post',
    href: `${secret}/${step}`,
    ...more,
  });
  const choices = (terms: readonly { code: string; label: Record<Language, string> }[]) =>
    terms.map(({ code, label }) => ({ value: code, label: label[language] }));
  const decline = post(text.decline, 'decline', {
    fields: [
      { name: 'reasonCode', label: text.reason, required: true, options: choices(referralDeclineReasons) },
      { name: 'note', label: text.note, maxLength: 1_000 },
    ],
  });
  const close = post(text.close, 'close', {
    fields: [{ name: 'outcome', label: text.outcome, required: true, options: choices(referralOutcomes) }],
  });
  const can = (step: Parameters<typeof stepsOf>[1]): boolean => stepsOf(view.status, step).length > 0;
  return [
    ...(allows(view.status, 'received') && !withdrawn ? [post(text.open, 'open')] : []),
    ...(allows(view.status, 'accepted') && !withdrawn ? [post(text.accept, 'accept')] : []),
    ...(can('declined') ? [decline] : []),
    ...(can('started') && !withdrawn ? [post(text.start, 'start')] : []),
    ...(can('closed') ? [close] : []),
    ...((can('declined') || can('closed')) && !withdrawn
      ? [post(text.withdrawConsent, 'withdraw-consent', { confirm: text.withdrawConsentSure })]
      : []),
  ];
}
