import {
  consentWithdrawn,
  partnerReferralAccepted,
  partnerReferralClosed,
  partnerReferralConsentWithdrawn,
  partnerReferralDeclined,
  partnerReferralDocumentShared,
  partnerReferralDocumentUnshared,
  partnerReferralExpired,
  partnerReferralReceived,
  partnerReferralRerouted,
  partnerReferralSent,
  partnerReferralStarted,
  partnerReferralWithdrawn,
  referralAccepted,
  referralClosed,
  referralDeclined,
  referralDocumentShared,
  referralExpired,
  referralReceived,
  referralReminderDue,
  referralRerouted,
  referralSent,
  referralStarted,
  referralWithdrawn,
} from '@ateneu/events';
import { type Publication, publication } from '@ateneu/messaging';

import { partnerSight } from './partner-sight.ts';
import type { IssuedLinks } from './referral.links.ts';
import { consentHolds, type ExistingReferral, type Person, type ReferralEvent } from './referral.ts';

/** What every publication of one event shares. */
interface Meta {
  aggregateId: string;
  sequence: number;
  occurredAt: Date;
}

/** Somebody who is to be told something. */
interface Recipient {
  name: string;
  email: string;
  language: Person['language'];
}

/** Who is to be told of an event besides the platform, and with which links. */
export interface Told extends IssuedLinks {
  contact?: Recipient | undefined;
}

/**
 * The contract events that one domain event gives rise to: one for the platform, and one copy without personal data for
 * the partner, where the partner knows of the referral and has an account to receive it. A draft, and a consent noted in
 * it, are nobody else's business yet.
 *
 * @param state the referral right after the event
 * @param sequence its version then
 * @param told where the partner is written to, and the links that go with the event
 */
export function publicationsOf(
  state: ExistingReferral,
  event: ReferralEvent,
  sequence: number,
  partnerAccount: string | undefined,
  told: Told = {},
): Publication[] {
  const meta = { aggregateId: state.id, sequence, occurredAt: event.at };
  const known = partnerSight(state) !== 'nothing' && partnerAccount !== undefined;
  return [
    ...optional(platformEvent(state, event, meta, told)),
    ...optional(known ? partnerCopy(state, event, { ...meta, partnerAccount }) : undefined),
  ];
}

function platformEvent(state: ExistingReferral, event: ReferralEvent, meta: Meta, told: Told): Publication | undefined {
  const data = factsOf(state);
  switch (event.type) {
    case 'drafted':
    case 'consent-recorded':
      return undefined;
    case 'sent':
      return publication(referralSent, { ...meta, data: sentData(state, told) });
    case 'received':
      return publication(referralReceived, {
        ...meta,
        data: { ...data, personal: withLinks(data.personal, { consentUrl: told.consentUrl }) },
      });
    case 'accepted':
      return publication(referralAccepted, { ...meta, data });
    case 'declined':
      return publication(referralDeclined, { ...meta, data: { ...data, reasonCode: event.reason, note: event.note } });
    case 'rerouted':
      return publication(referralRerouted, { ...meta, data: { ...data, reroutedTo: event.reroutedTo } });
    case 'started':
      return publication(referralStarted, { ...meta, data });
    case 'closed':
      return publication(referralClosed, { ...meta, data: { ...data, outcome: event.outcome } });
    case 'withdrawn':
      return publication(referralWithdrawn, { ...meta, data });
    case 'expired':
      return publication(referralExpired, { ...meta, data });
    case 'reminder-due':
      return reminder(state, event.at, meta, told);
    case 'document-shared':
    case 'document-unshared':
      return publication(referralDocumentShared, {
        ...meta,
        data: {
          referralId: state.id,
          partnerId: state.partnerId,
          documentId: event.documentId,
          shared: event.type === 'document-shared',
        },
      });
    case 'consent-withdrawn':
      return publication(consentWithdrawn, {
        ...meta,
        data: {
          referralId: state.id,
          partnerId: state.partnerId,
          withdrawnAt: event.at.toISOString(),
          partnerReference: state.partnerReference,
          personal:
            told.contact === undefined || partnerSight(state) === 'nothing' ? undefined : { receiver: told.contact },
        },
      });
  }
}

function partnerCopy(
  state: ExistingReferral,
  event: ReferralEvent,
  meta: Meta & { partnerAccount: string },
): Publication | undefined {
  const { id, partnerReference, direction, modality, status } = state;
  const data = { referralId: id, partnerReference, direction, modality, status };
  switch (event.type) {
    case 'drafted':
    case 'consent-recorded':
    case 'reminder-due':
      return undefined;
    case 'sent':
      // A partner that has just sent us a referral needs no telling that it did.
      return direction === 'inbound' ? undefined : publication(partnerReferralSent, { ...meta, data });
    case 'received':
      return publication(partnerReferralReceived, { ...meta, data });
    case 'accepted':
      return publication(partnerReferralAccepted, { ...meta, data });
    case 'declined':
      return publication(partnerReferralDeclined, { ...meta, data: { ...data, reasonCode: event.reason } });
    case 'rerouted':
      return publication(partnerReferralRerouted, { ...meta, data });
    case 'started':
      return publication(partnerReferralStarted, { ...meta, data });
    case 'closed':
      return publication(partnerReferralClosed, { ...meta, data: { ...data, outcome: event.outcome } });
    case 'withdrawn':
      return publication(partnerReferralWithdrawn, { ...meta, data });
    case 'expired':
      return publication(partnerReferralExpired, { ...meta, data });
    case 'document-shared':
      return publication(partnerReferralDocumentShared, { ...meta, data: { ...data, documentId: event.documentId } });
    case 'document-unshared':
      return publication(partnerReferralDocumentUnshared, { ...meta, data: { ...data, documentId: event.documentId } });
    case 'consent-withdrawn':
      return publication(partnerReferralConsentWithdrawn, { ...meta, data });
  }
}

/** What every event of a referral says. The person is named, to be told of it, as long as their consent holds. */
function factsOf(state: ExistingReferral) {
  const { person, project } = state;
  const personal = { name: person.name, email: person.email, language: person.language, projectName: project.name };
  return {
    referralId: state.id,
    direction: state.direction,
    partnerId: state.partnerId,
    partnerReference: state.partnerReference,
    modality: state.modality,
    status: state.status,
    neighbourhood: project.neighbourhood,
    sector: project.sector,
    personal: consentHolds(state.consent) ? personal : undefined,
  };
}

/** What is sent to a partner names where it is written to, and its link; the person's link is in it either way. */
function sentData(state: ExistingReferral, { contact, answerUrl, answerUntil, consentUrl }: Told) {
  const { personal, ...data } = factsOf(state);
  const receiver = receiverOf(state) === 'partner' ? contact : undefined;
  return {
    ...data,
    answerUntil: answerUntil?.toISOString(),
    personal: withLinks(personal, { receiver, answerUrl, consentUrl }),
  };
}

/** Links are told with the person's data or not at all: without a consent that holds there is nothing to answer. */
function withLinks<Personal extends object, Links extends object>(personal: Personal | undefined, links: Links) {
  return personal === undefined ? undefined : { ...personal, ...links };
}

/** A reminder names whom to write to: the partner where it is the one to answer. */
function reminder(state: ExistingReferral, at: Date, meta: Meta, { contact, answerUrl }: Told): Publication {
  const { personal, ...data } = factsOf(state);
  const waitsFor = receiverOf(state);
  const receiver = waitsFor === 'partner' ? contact : undefined;
  return publication(referralReminderDue, {
    ...meta,
    data: {
      ...data,
      sentAt: (state.sentAt ?? at).toISOString(),
      waitsFor,
      personal: withLinks(personal, { receiver, answerUrl }),
    },
  });
}

/** Who is to answer. */
function receiverOf({ direction }: ExistingReferral): 'ateneu' | 'partner' {
  return direction === 'inbound' ? 'ateneu' : 'partner';
}

function optional<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
