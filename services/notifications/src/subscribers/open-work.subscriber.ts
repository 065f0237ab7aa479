import {
  correctionAccepted,
  correctionProposed,
  correctionRejected,
  type DataOf,
  type EventContract,
  freshnessOverdue,
  initiativeArchived,
  initiativeProposed,
  initiativePublished,
  initiativeRejected,
  initiativeUnpublished,
  initiativeUpdated,
  intakeAccepted,
  intakeAcknowledged,
  intakeConfirmed,
  intakeDeclined,
  intakeLeadReceived,
  intakeMeetingSet,
  intakeReferred,
  referralAccepted,
  referralDeclined,
  referralExpired,
  referralReceived,
  referralRerouted,
  referralWithdrawn,
} from '@ateneu/events';
import type { LocalizedText } from '@ateneu/kernel';
import { type Subscription, subscription } from '@ateneu/messaging';

/** What may wait for staff. */
export const workKinds = ['proposal', 'correction', 'freshness', 'intake', 'referral'] as const;
export type WorkKind = (typeof workKinds)[number];

/** What an event says of some work: which, what it is called (never whom it is about), and whether it waits now. */
interface Mark {
  kind: WorkKind;
  id: string;
  isOpen: boolean;
  title?: LocalizedText;
}

const marks: { contract: EventContract; mark: (data: never) => Mark | undefined }[] = [];

function when<C extends EventContract>(contract: C, mark: (data: DataOf<C>) => Mark | undefined): void {
  marks.push({ contract, mark });
}

when(initiativeProposed, ({ initiativeId, name }) => ({
  kind: 'proposal',
  id: initiativeId,
  isOpen: true,
  title: name,
}));
for (const contract of [initiativePublished, initiativeRejected, initiativeArchived]) {
  when(contract, ({ initiativeId }) => ({ kind: 'proposal', id: initiativeId, isOpen: false }));
}
when(correctionProposed, ({ correctionId, name }) => ({
  kind: 'correction',
  id: correctionId,
  isOpen: true,
  title: name,
}));
for (const contract of [correctionAccepted, correctionRejected]) {
  when(contract, ({ correctionId }) => ({ kind: 'correction', id: correctionId, isOpen: false }));
}
when(freshnessOverdue, ({ initiativeId, name }) => ({
  kind: 'freshness',
  id: initiativeId,
  isOpen: true,
  title: name,
}));
for (const contract of [initiativeUpdated, initiativeUnpublished]) {
  when(contract, ({ initiativeId }) => ({ kind: 'freshness', id: initiativeId, isOpen: false }));
}
for (const contract of [intakeConfirmed, intakeLeadReceived]) {
  when(contract, ({ intakeId }) => ({ kind: 'intake', id: intakeId, isOpen: true }));
}
for (const contract of [intakeAcknowledged, intakeMeetingSet, intakeAccepted, intakeDeclined, intakeReferred]) {
  when(contract, ({ intakeId }) => ({ kind: 'intake', id: intakeId, isOpen: false }));
}
when(referralReceived, ({ referralId, direction }) =>
  direction === 'inbound' ? { kind: 'referral', id: referralId, isOpen: true } : undefined,
);
for (const contract of [referralAccepted, referralDeclined, referralRerouted, referralWithdrawn, referralExpired]) {
  when(contract, ({ referralId }) => ({ kind: 'referral', id: referralId, isOpen: false }));
}

/** The events that say whether something waits for staff. */
export const workContracts: readonly EventContract[] = marks.map(({ contract }) => contract);

/** Keeps what waits for staff, as the last event of each thing says. */
export function trackOpenWork(): Subscription[] {
  return marks.map(({ contract, mark }) =>
    subscription(contract, {
      name: 'open-work',
      handle: async (event, tx) => {
        const work = mark(event.data as never);
        if (work === undefined) return;
        // A check counts its own events, and what ends it is an event of the initiative, which counts apart.
        const order = work.kind === 'freshness' ? Date.parse(event.time) : event.sequence;
        await tx.query(
          `insert into open_work (kind, subject_id, sequence, is_open, title, since) values ($1, $2, $3, $4, $5, $6)
           on conflict (kind, subject_id) do update set
             sequence = $3, is_open = $4, title = coalesce($5, open_work.title),
             since = case when $4 and not open_work.is_open then $6 else open_work.since end
           where open_work.sequence < $3`,
          [
            work.kind,
            work.id,
            order,
            work.isOpen,
            work.title === undefined ? null : JSON.stringify(work.title),
            event.time,
          ],
        );
      },
    }),
  );
}
