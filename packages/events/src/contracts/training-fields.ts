import { z } from 'zod';

import { codeAmong, freeText, id, instant, localizedText, person, text } from './fields.ts';

/** What the examples of training tell of. */
export const examples = {
  sessionId: '0198c1d2-7a10-7c3e-9f00-000000000002',
  enrolmentId: '0198c1d2-7a10-7c3e-9f00-000000000003',
  courseId: '0198c1d2-7a10-7c3e-9f00-00000000000f',
  title: { ca: 'Com crear una cooperativa de treball', es: 'Cómo crear una cooperativa de trabajo' },
  when: { startsAt: '2026-04-14T16:00:00.000Z', endsAt: '2026-04-14T18:00:00.000Z' },
  venue: 'Centre Cultural Barradas, rambla de Just Oliveras, 56',
  personal: { name: 'Núria Vidal i Roca', email: 'nuria@example.org', language: 'ca' },
  previous: {
    startsAt: '2026-04-07T16:00:00.000Z',
    endsAt: '2026-04-07T18:00:00.000Z',
    mode: 'in-person',
    venue: 'Biblioteca Tecla Sala, avinguda de Josep Tarradellas, 44',
  },
  moveReason: { ca: 'La formadora no pot venir aquell dia.', es: 'La formadora no puede venir ese día.' },
};

export const modes = ['in-person', 'online', 'hybrid'];

export const mode = codeAmong('How one takes part.', modes);

/** Where one person takes part in a hybrid session. */
export const place = codeAmong('Where the person takes part.', ['room', 'online']);

export const sessionFacts = {
  sessionId: id.describe('The session.'),
  title: localizedText.describe('What the session is called.'),
  startsAt: instant.describe('When it starts, in UTC.'),
  endsAt: instant.describe('When it ends, in UTC.'),
  venue: freeText.optional().describe('Where it is held, for sessions in person.'),
};

/** The course that a session belongs to, for those that do. */
export const courseFacts = {
  courseId: id.optional().describe('The course it belongs to, where it belongs to one.'),
  courseTitle: localizedText.optional().describe('What the course is called.'),
};

export const previous = z
  .object({
    startsAt: instant.describe('When it was to start, in UTC.'),
    endsAt: instant.describe('When it was to end, in UTC.'),
    mode: codeAmong('How one was to take part.', modes),
    venue: freeText.optional().describe('Where it was to be held, for sessions in person.'),
  })
  .describe('What had been announced.');

/** Whoever enrolled, with the links that are theirs alone. */
export const enrolledPerson = person.extend({
  manageUrl: text.describe('The person’s own link to see and cancel the enrolment. It is a secret: never log it.'),
  checkInUrl: text
    .optional()
    .describe('What the QR code says: staff open it at the door. Only for whoever has a place; a secret.'),
  checkInQrUrl: text
    .optional()
    .describe('The QR code as a picture (PNG), to be shown in the message. Only for whoever has a place; a secret.'),
  checkInCode: text.optional().describe('What staff type where no camera works. Only for whoever has a place.'),
  joinUrl: text.optional().describe('The video link, for whoever takes part online and has a place.'),
});

export const enrolled = z.object({
  enrolmentId: id.describe('The enrolment.'),
  ...sessionFacts,
  ...courseFacts,
  place: place.optional(),
  personal: enrolledPerson.describe('Who enrolled.'),
});

export const enrolledExample = {
  enrolmentId: examples.enrolmentId,
  sessionId: examples.sessionId,
  title: examples.title,
  ...examples.when,
  venue: examples.venue,
  personal: {
    ...examples.personal,
    manageUrl: 'https://ateneu.example/training/v1/self-service/enrolments/enr_example',
  },
};

export const placeLinksExample = {
  checkInUrl: 'https://ateneu.example/training/v1/check-in/k7m2qx9t4w',
  checkInQrUrl: 'https://ateneu.example/training/v1/check-in/k7m2qx9t4w/qr.png',
  checkInCode: 'K7M2-QX9T-4W',
};
