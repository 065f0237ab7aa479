import type { DeskView } from '../shell/desk-page.ts';
import { settle } from '../upstream/answer.ts';
import { html, type Html } from '../html.ts';
import { time } from './dates.ts';
import type { Choice } from './form.ts';
import { badge } from './parts.ts';

/** The modalities of accompaniment. */
export const modalities = ['creation', 'consolidation', 'transformation'] as const;

/** One of them. */
export type Modality = (typeof modalities)[number];

/** Reasons to decline, as the API has them. */
export const declineReasons = [
  'not-sse',
  'outside-territory',
  'outside-scope',
  'no-capacity',
  'already-accompanied',
  'duplicate',
  'insufficient-information',
  'person-unreachable',
  'person-not-interested',
  'other',
] as const;

/** Outcomes of a referral, as the API has them. */
export const outcomes = ['entity-created', 'legal-form-transformed', 'consolidated', 'job-insertions', 'none'] as const;

/** Reasons to abandon, as the API has them. */
export const abandonReasons = [
  'group-dissolved',
  'not-viable',
  'no-contact',
  'other-support',
  'consent-withdrawn',
  'other',
] as const;

/** How far a person's consent goes. */
export const scopes = ['referral', 'referral-and-follow-up', 'referral-and-rerouting'] as const;

/** What a modality is called. */
export function modalityName({ t: { desk: t } }: Pick<DeskView, 't'>, modality: Modality | 'unknown'): string {
  const names = {
    creation: t.modalityCreation,
    consolidation: t.modalityConsolidation,
    transformation: t.modalityTransformation,
    unknown: t.modalityUnknown,
  };
  return names[modality];
}

/** Modalities to choose from. */
export function modalityChoices(view: Pick<DeskView, 't'>): Choice[] {
  return modalities.map((value) => ({ value, text: modalityName(view, value) }));
}

/** Scopes of a consent to choose from. */
export function scopeChoices({ t: { cases: t } }: Pick<DeskView, 't'>): Choice[] {
  const names = [t.scopeReferral, t.scopeFollowUp, t.scopeRerouting];
  return scopes.map((value, index) => ({ value, text: names[index] ?? value }));
}

/** Where a referral stands, in a word. */
export function referralBadge({ t: { cases: t } }: Pick<DeskView, 't'>, status: string): Html {
  const names: Record<string, readonly [Parameters<typeof badge>[0], string]> = {
    draft: ['attention', t.draft],
    sent: ['attention', t.sent],
    received: ['attention', t.received],
    accepted: ['good', t.accepted],
    'in-progress': ['good', t.inProgress],
    declined: ['bad', t.declined],
    rerouted: ['neutral', t.rerouted],
    closed: ['neutral', t.closed],
    withdrawn: ['bad', t.withdrawn],
    expired: ['bad', t.expired],
  };
  return badge(...(names[status] ?? ['neutral', status]));
}

/** The words of the codes that referrals and accompaniments use; the codes themselves where they cannot be had. */
export interface CodeNames {
  name(kind: 'declineReasons' | 'outcomes' | 'abandonReasons', code: string): string;
  choices(kind: 'declineReasons' | 'outcomes' | 'abandonReasons', codes: readonly string[]): Choice[];
}

/** Reads the codes' labels. */
export async function codeNames(view: DeskView): Promise<CodeNames> {
  const answer = await settle(view.api.accompaniment.GET('/v1/reference/referral-codes'));
  const name: CodeNames['name'] = (kind, code) => {
    if (answer.kind !== 'ok') return code;
    const label = answer.data[kind].find((one) => one.code === code)?.label;
    return label === undefined ? code : view.plain(label);
  };
  return { name, choices: (kind, codes) => codes.map((value) => ({ value, text: name(kind, value) })) };
}

/** What happened to a request or a referral, in words; its code where nobody has words for it. */
export function caseEventName({ t: { cases: t } }: Pick<DeskView, 't'>, event: string): string {
  const names: Record<string, string> = {
    drafted: t.eventDrafted,
    sent: t.sent,
    received: t.received,
    confirmed: t.eventConfirmed,
    acknowledged: t.intakeAcknowledged,
    'meeting-set': t.eventMeetingSet,
    accepted: t.accepted,
    declined: t.declined,
    referred: t.intakeReferred,
    rerouted: t.rerouted,
    started: t.eventStarted,
    closed: t.closed,
    withdrawn: t.withdrawn,
    expired: t.expired,
    reminded: t.eventReminded,
    'consent-recorded': t.eventConsentRecorded,
    'consent-withdrawn': t.eventConsentWithdrawn,
    planned: t.eventPlanned,
    paused: t.paused,
    resumed: t.eventResumed,
    completed: t.completed,
    abandoned: t.abandoned,
    reopened: t.eventReopened,
    assigned: t.eventAssigned,
    classified: t.eventClassified,
    diagnosed: t.eventDiagnosed,
    'outcome-corrected': t.eventOutcomeCorrected,
    'phase-completed': t.eventPhaseCompleted,
    'phase-reopened': t.eventPhaseReopened,
    'consultancy-recorded': t.eventConsultancy,
    recorded: t.eventConsultancy,
    uploaded: t.eventUploaded,
    done: t.eventTaskDone,
    'document-shared': t.eventShared,
    'document-unshared': t.eventUnshared,
  };
  return names[event.replace(/^.*\./, '')] ?? event;
}

/** The way of a request or a referral so far. */
export function caseHistory(
  view: DeskView,
  history: readonly { readonly event: string; readonly at: string; readonly actor: string | null }[],
): Html {
  const { cases: t, desk: words } = view.t;
  return html`<h2>${words.history}</h2>
    <ol class="timeline">
      ${history.map(({ event, at, actor }) => {
        const who = actor === 'citizen' ? t.citizen : actor;
        return html`<li>
          ${time(view.language, 'short', at)} · ${caseEventName(view, event)}${who !== null && ` · ${who}`}
        </li>`;
      })}
    </ol>`;
}
