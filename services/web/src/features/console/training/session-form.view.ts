import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { type Fields, given, localDateTime } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import type { paths } from '../../../upstream/generated/training.ts';
import type { ConflictingField } from '../conflict.view.ts';

interface Words {
  ca: string;
  es?: string;
  en?: string;
}

const modes = ['in-person', 'online', 'hybrid'] as const;

type Stored = paths['/v1/staff/sessions/{id}']['get']['responses'][200]['content']['application/json'];

/** What the form speaks of. */
export interface SessionDetails {
  readonly title: Words;
  readonly summary: Words;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: (typeof modes)[number];
  readonly venue: string | null;
  readonly capacity: number;
  readonly enrolmentOpensAt: string | null;
  readonly enrolmentClosesAt: string | null;
  readonly waitingListEnabled: boolean;
}

/** How a session is attended, as choices. */
export function modeChoices({ t: { training } }: DeskView) {
  const names = [training.inPerson, training.online, training.hybrid];
  return modes.map((value, index) => ({ value, text: names[index] ?? value }));
}

/** The form's fields as the form itself holds them. */
export function sessionValues(session: SessionDetails): Record<string, string> {
  return {
    'title.ca': session.title.ca,
    'title.es': session.title.es ?? '',
    'summary.ca': session.summary.ca,
    'summary.es': session.summary.es ?? '',
    startsAt: localDateTime(session.startsAt) ?? '',
    endsAt: localDateTime(session.endsAt) ?? '',
    mode: session.mode,
    venue: session.venue ?? '',
    capacity: String(session.capacity),
    waitingListEnabled: session.waitingListEnabled ? 'yes' : 'no',
  };
}

/** What a form says, over what it does not speak of. */
export function readSession(fields: Fields, stored?: Stored) {
  const words = (name: 'title' | 'summary') => ({
    ca: fields.required(`${name}.ca`),
    ...given({ es: fields.text(`${name}.es`), en: stored?.[name].en }),
  });
  return {
    title: words('title'),
    summary: words('summary'),
    startsAt: fields.instant('startsAt') ?? '',
    endsAt: fields.instant('endsAt') ?? '',
    mode: modes.find((one) => one === fields.text('mode')) ?? 'in-person',
    capacity: fields.number('capacity') ?? 0,
    waitingListEnabled: fields.flag('waitingListEnabled'),
    ...given({
      ...unspoken(stored),
      venue: fields.text('venue'),
      enrolmentOpensAt: stored?.enrolmentOpensAt ?? undefined,
      enrolmentClosesAt: stored?.enrolmentClosesAt ?? undefined,
    }),
  };
}

/** What a session has that the form does not speak of: an edit must not lose it. */
function unspoken(stored: Stored | undefined) {
  return {
    onlineCapacity: stored?.online?.capacity,
    courseId: stored?.courseId ?? undefined,
    programme: stored?.programme,
    forMinors: stored?.forMinors,
    offerHours: stored?.offerHours ?? undefined,
    roomId: stored?.roomId ?? undefined,
  };
}

/** The fields of the form. */
export function sessionFields(view: DeskView, state: FormState): Html {
  const t = view.t.consoleSessions;
  const form = formWriter(view, state);
  return html`${form.summary()} ${form.text('title.ca', t.titleCa, { required: true })}
  ${form.text('title.es', t.titleEs)} ${form.area('summary.ca', t.summaryCa, { required: true, rows: 3 })}
  ${form.area('summary.es', t.summaryEs, { rows: 3 })}
  ${form.text('startsAt', t.startsAt, { required: true, type: 'datetime-local' })}
  ${form.text('endsAt', t.endsAt, { required: true, type: 'datetime-local' })}
  ${form.radios('mode', t.mode, modeChoices(view), { required: true, initial: 'in-person' })}
  ${form.text('venue', t.venue)} ${form.text('capacity', t.capacity, { required: true, inputmode: 'numeric' })}
  ${form.check('waitingListEnabled', t.waitingList, { initial: 'yes' })}`;
}

/** What two people wrote, field by field. */
export function sessionConflict(view: DeskView, stored: SessionDetails, written: Fields): ConflictingField[] {
  const t = view.t.consoleSessions;
  const labels: Record<string, string> = {
    'title.ca': t.titleCa,
    'title.es': t.titleEs,
    'summary.ca': t.summaryCa,
    'summary.es': t.summaryEs,
    startsAt: t.startsAt,
    endsAt: t.endsAt,
    mode: t.mode,
    venue: t.venue,
    capacity: t.capacity,
  };
  const now = sessionValues(stored);
  return Object.entries(labels).map(([name, label]) => ({
    label,
    stored: now[name] ?? '',
    written: written.text(name) ?? '',
  }));
}
