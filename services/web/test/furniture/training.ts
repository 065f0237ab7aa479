import { localDateTime } from '../../src/ui/fields.ts';
import { done, firstId, type Furnishers, type Furniture, idOf } from './furnishers.ts';

/** A date and time of a form, which are those of the ateneu's clock, some minutes from now. */
const inMinutes = (minutes: number): string =>
  localDateTime(new Date(Date.now() + minutes * 60_000).toISOString()) ?? '';

/** A room that is booked, a course whose session was held, with a certificate for who came, and a session with places. */
export async function furnishTraining({ staff, desk, mark }: Furnishers): Promise<Furniture> {
  const room = await done(
    staff.send(await desk('/rooms/new'), '/rooms/new', {
      name: `Sala ${mark}`,
      capacity: '20',
      equipment: 'Projector',
    }),
  );
  const rooms = idOf(room, 'rooms');
  const booking = { title: 'Assemblea', startsAt: '2031-05-05T10:00', endsAt: '2031-05-05T12:00' };
  await done(staff.send(room, '/bookings', booking));
  const course = await done(
    staff.send(await desk('/courses/new'), '/courses/new', {
      'title.ca': `Curs ${mark}`,
      'summary.ca': 'Per començar bé.',
      'programme.certificate.minimumPercent': '50',
    }),
  );
  const courses = idOf(course, 'courses');
  const drafted = await done(
    staff.send(await desk('/sessions/new'), '/sessions/new', {
      'title.ca': `Taller ${mark}`,
      'summary.ca': 'Una sessió.',
      startsAt: inMinutes(90),
      endsAt: inMinutes(210),
      venue: 'Can Serra',
      capacity: '12',
      courseId: courses,
    }),
  );
  const sessions = idOf(drafted, 'sessions');
  await done(staff.send(await desk(`/courses/${courses}`), `/courses/${courses}/publish`));
  const enrolled = await done(
    staff.send(await desk(`/sessions/${sessions}`), '/enrolments', {
      name: 'Ada Mas',
      email: `ada.${mark}@example.org`,
      'consents.data': 'yes',
    }),
  );
  const enrolment = firstId(enrolled.text, 'enrolments');
  await done(staff.send(enrolled, '/start'));
  const roll = await desk(`/sessions/${sessions}/attendance`);
  await done(staff.send(roll, '/attendance', { [`mark.${enrolment}`]: 'yes' }));
  await done(staff.send(await desk(`/sessions/${sessions}`), '/hold'));
  const open = await done(
    staff.send(await desk('/sessions/new'), '/sessions/new', {
      'title.ca': `Taller obert ${mark}`,
      'summary.ca': 'Una sessió amb places.',
      startsAt: inMinutes(60 * 24 * 30),
      endsAt: inMinutes(60 * 24 * 30 + 120),
      venue: 'Can Serra',
      capacity: '30',
    }),
  );
  const opened = idOf(open, 'sessions');
  await done(staff.send(open, '/publish'));
  const issued = await done(staff.send(await desk(`/courses/${courses}`), '/certificates'));
  return {
    rooms,
    courses,
    sessions,
    formacio: opened,
    formacion: opened,
    training: opened,
    enrolments: enrolment,
    certificates: firstId(issued.text, 'certificates'),
  };
}
