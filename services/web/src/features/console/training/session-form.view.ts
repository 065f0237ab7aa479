import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { period } from '../../../ui/dates.ts';
import { type Fields, type FormValues, given, localDateTime } from '../../../ui/fields.ts';
import { type Choice, type FormState, formWriter } from '../../../ui/form.ts';
import { folded } from '../../../ui/lists.ts';
import { missingPart } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/training.ts';
import { programmeFields, programmeLabels } from './programme-form.view.ts';
import { programmeValues, readProgramme } from './programme.model.ts';

const modes = ['in-person', 'online', 'hybrid'] as const;

/** A session as the service has it. */
export type StoredSession = paths['/v1/staff/sessions/{id}']['get']['responses'][200]['content']['application/json'];

/** How a session is attended, as choices. */
export function modeChoices({ t: { training } }: DeskView) {
  const names = [training.inPerson, training.online, training.hybrid];
  return modes.map((value, index) => ({ value, text: names[index] ?? value }));
}

/** The form's fields as the form itself holds them. */
export function sessionValues(session: StoredSession): FormValues {
  return {
    'title.ca': session.title.ca,
    'title.es': session.title.es ?? '',
    'summary.ca': session.summary.ca,
    'summary.es': session.summary.es ?? '',
    startsAt: localDateTime(session.startsAt) ?? '',
    endsAt: localDateTime(session.endsAt) ?? '',
    mode: session.mode,
    venue: session.venue ?? '',
    roomId: session.roomId ?? '',
    courseId: session.courseId ?? '',
    capacity: String(session.capacity),
    onlineCapacity: session.online === null ? '' : String(session.online.capacity),
    waitingListEnabled: session.waitingListEnabled ? 'yes' : 'no',
    offerHours: session.offerHours === null ? '' : String(session.offerHours),
    enrolmentOpensAt: localDateTime(session.enrolmentOpensAt) ?? '',
    enrolmentClosesAt: localDateTime(session.enrolmentClosesAt) ?? '',
    forMinors: session.forMinors ? 'yes' : 'no',
    ...programmeValues(session.programme),
  };
}

/** What a form says, over what it does not speak of. */
export function readSession(fields: Fields, stored?: StoredSession) {
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
    forMinors: fields.flag('forMinors'),
    programme: readProgramme(fields, stored?.programme),
    ...given({
      venue: fields.text('venue'),
      roomId: fields.text('roomId'),
      courseId: fields.text('courseId'),
      onlineCapacity: fields.number('onlineCapacity'),
      offerHours: fields.number('offerHours'),
      enrolmentOpensAt: fields.instant('enrolmentOpensAt'),
      enrolmentClosesAt: fields.instant('enrolmentClosesAt'),
    }),
  };
}

/** What a form of a session is made with. */
interface Lists {
  readonly rooms: readonly Choice[];
  readonly courses: readonly Choice[];
  /** Says that they cannot be had. */
  readonly missing: Html;
}

/** The rooms and courses that a session may name; none where they cannot be had, and what it names stays. */
async function readLists(view: DeskView, state: FormState): Promise<Lists> {
  const [rooms, courses] = await Promise.all([
    settle(view.api.training.GET('/v1/staff/rooms')),
    settle(view.api.training.GET('/v1/staff/courses', { params: { query: { limit: 100 } } })),
  ]);
  const named = (field: string, choices: readonly Choice[]): readonly Choice[] => {
    const value = state.values[field];
    const missing = typeof value === 'string' && value !== '' && !choices.some((choice) => choice.value === value);
    return missing ? [{ value, text: value }, ...choices] : choices;
  };
  return {
    missing: missingPart(view, view.t.consoleCourses.partLists, rooms, courses),
    rooms: named(
      'roomId',
      rooms.kind === 'ok'
        ? rooms.data.items.map(({ id, name, capacity }) => ({ value: id, text: `${name} (${capacity})` }))
        : [],
    ),
    courses: named(
      'courseId',
      courses.kind === 'ok'
        ? courses.data.items
            .filter(({ status, id }) => status !== 'cancelled' || id === state.values['courseId'])
            .map(({ id, title }) => ({ value: id, text: view.plain(title) }))
        : [],
    ),
  };
}

/** The fields of the form: what nearly every session needs first, the rest folded. */
export async function sessionFields(view: DeskView, state: FormState): Promise<Html> {
  const { consoleSessions: t, consoleCourses: c } = view.t;
  const form = formWriter(view, state);
  const { rooms, courses, missing } = await readLists(view, state);
  const wrong = (names: RegExp): boolean => Object.keys(state.errors).some((name) => names.test(name));
  return html`${form.summary()} ${missing}
    <div class="pair">${form.text('title.ca', t.titleCa, { required: true })} ${form.text('title.es', t.titleEs)}</div>
    <div class="pair">
      ${form.area('summary.ca', t.summaryCa, { required: true, rows: 3 })}
      ${form.area('summary.es', t.summaryEs, { rows: 3 })}
    </div>
    <div class="pair">
      ${form.text('startsAt', t.startsAt, { required: true, type: 'datetime-local' })}
      ${form.text('endsAt', t.endsAt, { required: true, type: 'datetime-local' })}
    </div>
    ${form.radios('mode', t.mode, modeChoices(view), { required: true, initial: 'in-person' })}
    ${form.text('venue', t.venue)} ${form.select('roomId', c.room, rooms, { empty: c.noRoom })}
    ${form.text('capacity', t.capacity, { required: true, inputmode: 'numeric' })}
    ${form.check('waitingListEnabled', t.waitingList, { initial: 'yes' })}
    ${form.select('courseId', c.ofCourse, courses, { empty: c.noCourse })}
    ${folded(
      c.more,
      html`${form.text('offerHours', c.offerHours, { inputmode: 'numeric', hint: c.offerHint })}
      ${form.text('onlineCapacity', c.onlineCapacity, { inputmode: 'numeric', hint: c.onlineHint })}
      ${form.text('enrolmentOpensAt', c.opensAt, { type: 'datetime-local' })}
      ${form.text('enrolmentClosesAt', c.closesAt, { type: 'datetime-local' })} ${form.check('forMinors', c.forMinors)}`,
      wrong(/^(offerHours|onlineCapacity|enrolment|forMinors)/),
    )}
    ${folded(c.programme, programmeFields(view, form, state), wrong(/^programme/))}`;
}

/** What two people may have written, by field. */
export function sessionLabels(view: DeskView, values: FormValues): Record<string, string> {
  const { consoleSessions: t, consoleCourses: c } = view.t;
  return {
    'title.ca': t.titleCa,
    'title.es': t.titleEs,
    'summary.ca': t.summaryCa,
    'summary.es': t.summaryEs,
    startsAt: t.startsAt,
    endsAt: t.endsAt,
    mode: t.mode,
    venue: t.venue,
    roomId: c.room,
    courseId: c.ofCourse,
    capacity: t.capacity,
    waitingListEnabled: t.waitingList,
    offerHours: c.offerHours,
    onlineCapacity: c.onlineCapacity,
    enrolmentOpensAt: c.opensAt,
    enrolmentClosesAt: c.closesAt,
    forMinors: c.forMinors,
    ...programmeLabels(view, values),
  };
}

/** What has the room at the time that a session asks for, in words. */
export async function roomClash(view: DeskView, fields: Fields, detail: string): Promise<string> {
  const t = view.t.consoleCourses;
  const [id, from, to] = [fields.text('roomId'), fields.instant('startsAt'), fields.instant('endsAt')];
  if (id === undefined || from === undefined || to === undefined) return detail;
  const bookings = await settle(
    view.api.training.GET('/v1/staff/rooms/{id}/bookings', { params: { path: { id }, query: { from, to } } }),
  );
  const [first] = bookings.kind === 'ok' ? bookings.data.items : [];
  if (first === undefined) return detail;
  const when = period(view.language, first.startsAt, first.endsAt)
    .toString()
    .replaceAll(/<[^>]+>/g, '');
  return `${detail} ${t.roomTakenBy(first.title, when)}`;
}
