import { enrolmentCancelled } from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

import { defineTemplate } from './mail-template.ts';
import { becauseEnrolled, sessionFacts } from './session-facts.ts';
import { factIf } from './wording.ts';

interface Wording {
  subject: (title: string) => string;
  paragraphs: readonly string[];
}

/** Who ended the enrolment makes all the difference to the person who reads. */
type Cause = 'person' | 'staff' | 'session-cancelled' | 'offer-declined' | 'offer-expired';

const wordings: Record<Language, Record<Cause, Wording>> = {
  ca: {
    person: {
      subject: (title) => `Inscripció anul·lada: ${title}`,
      paragraphs: ['Hem anul·lat la vostra inscripció, tal com ens heu demanat. Gràcies per avisar-nos.'],
    },
    staff: {
      subject: (title) => `Inscripció anul·lada: ${title}`,
      paragraphs: [
        'L’equip de l’Ateneu ha anul·lat la vostra inscripció.',
        'Si creieu que és un error, responeu aquest missatge i ho mirarem.',
      ],
    },
    'session-cancelled': {
      subject: (title) => `No es farà: ${title}`,
      paragraphs: [
        'Ens sap greu: aquesta activitat no es farà i la vostra inscripció queda anul·lada. No cal que feu res.',
      ],
    },
    'offer-declined': {
      subject: (title) => `Heu deixat la plaça: ${title}`,
      paragraphs: [
        'Heu dit que no voleu la plaça que us oferíem, i l’hem ofert a qui venia després. Gràcies per dir-nos-ho.',
      ],
    },
    'offer-expired': {
      subject: (title) => `L’oferta de plaça ha caducat: ${title}`,
      paragraphs: [
        'Us guardàvem una plaça i no ens heu respost a temps: l’hem ofert a qui venia després.',
        'Si encara hi voleu participar, us podeu tornar a inscriure.',
      ],
    },
  },
  es: {
    person: {
      subject: (title) => `Inscripción anulada: ${title}`,
      paragraphs: ['Hemos anulado su inscripción, tal como nos ha pedido. Gracias por avisarnos.'],
    },
    staff: {
      subject: (title) => `Inscripción anulada: ${title}`,
      paragraphs: [
        'El equipo del Ateneu ha anulado su inscripción.',
        'Si cree que es un error, responda a este mensaje y lo miraremos.',
      ],
    },
    'session-cancelled': {
      subject: (title) => `No se celebrará: ${title}`,
      paragraphs: [
        'Lo sentimos: esta actividad no se celebrará y su inscripción queda anulada. No tiene que hacer nada.',
      ],
    },
    'offer-declined': {
      subject: (title) => `Ha dejado la plaza: ${title}`,
      paragraphs: [
        'Ha dicho que no quiere la plaza que le ofrecíamos, y la hemos ofrecido a quien venía después. Gracias por decírnoslo.',
      ],
    },
    'offer-expired': {
      subject: (title) => `La oferta de plaza ha caducado: ${title}`,
      paragraphs: [
        'Le guardábamos una plaza y no nos ha respondido a tiempo: la hemos ofrecido a quien venía después.',
        'Si todavía quiere participar, puede volver a inscribirse.',
      ],
    },
  },
  en: {
    person: {
      subject: (title) => `Enrolment cancelled: ${title}`,
      paragraphs: ['We have cancelled your enrolment, as you asked. Thank you for telling us.'],
    },
    staff: {
      subject: (title) => `Enrolment cancelled: ${title}`,
      paragraphs: [
        'The team of the Ateneu has cancelled your enrolment.',
        'If you think this is a mistake, reply to this message and we will look into it.',
      ],
    },
    'session-cancelled': {
      subject: (title) => `It will not take place: ${title}`,
      paragraphs: [
        'We are sorry: this activity will not take place and your enrolment is cancelled. You need do nothing.',
      ],
    },
    'offer-declined': {
      subject: (title) => `You let the place go: ${title}`,
      paragraphs: [
        'You said that you do not want the place we offered you, and we offered it to whoever was next. Thank you for telling us.',
      ],
    },
    'offer-expired': {
      subject: (title) => `The offer of a place has expired: ${title}`,
      paragraphs: [
        'We kept a place for you and had no answer in time, so we offered it to whoever was next.',
        'If you still want to take part, you can enrol again.',
      ],
    },
  },
};

/** A cause that this version does not know is told as what is certain: the enrolment has ended. */
const causeOf = (code: string): Cause => (Object.hasOwn(wordings.ca, code) ? (code as Cause) : 'staff');

/** Tells a person that their enrolment has ended: because they, the staff or the session's end willed it, or an offer came to nothing. */
export const enrolmentCancelledMail = defineTemplate(enrolmentCancelled, {
  kind: 'enrolment-cancelled',
  title: 'An enrolment has ended',
  // Whoever was moved is told of their new session, by a message of its own.
  recipient: (data) => (data.cause === 'moved' ? undefined : data.personal),
  texts: {
    ca: (data, tools) => ({
      subject: wordings.ca[causeOf(data.cause)].subject(tools.text(data.title)),
      paragraphs: wordings.ca[causeOf(data.cause)].paragraphs,
      facts: [...sessionFacts('ca', data, tools), ...factIf('Motiu', data.reason && tools.text(data.reason))],
      because: becauseEnrolled.ca,
    }),
    es: (data, tools) => ({
      subject: wordings.es[causeOf(data.cause)].subject(tools.text(data.title)),
      paragraphs: wordings.es[causeOf(data.cause)].paragraphs,
      facts: [...sessionFacts('es', data, tools), ...factIf('Motivo', data.reason && tools.text(data.reason))],
      because: becauseEnrolled.es,
    }),
    en: (data, tools) => ({
      subject: wordings.en[causeOf(data.cause)].subject(tools.text(data.title)),
      paragraphs: wordings.en[causeOf(data.cause)].paragraphs,
      facts: [...sessionFacts('en', data, tools), ...factIf('Reason', data.reason && tools.text(data.reason))],
      because: becauseEnrolled.en,
    }),
  },
});
