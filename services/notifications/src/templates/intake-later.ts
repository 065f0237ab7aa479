import { intakeAcknowledged, intakeLeadReceived, intakeReferred } from '@ateneu/events';

import { becauseAsked, requestedProject } from './intake-facts.ts';
import { defineTemplate } from './mail-template.ts';

/** Tells a person that somebody looks at their request. */
export const intakeAcknowledgedMail = defineTemplate(intakeAcknowledged, {
  kind: 'intake-acknowledged',
  title: 'A request for accompaniment is looked at',
  recipient: (data) => data.personal,
  texts: {
    ca: (data) => ({
      subject: 'Ja mirem la vostra petició',
      paragraphs: ['Una tècnica de l’Ateneu ja mira la vostra petició. Us escriurem aviat per trobar-nos i parlar-ne.'],
      facts: requestedProject('ca', data),
      because: becauseAsked.ca,
    }),
    es: (data) => ({
      subject: 'Estamos mirando su petición',
      paragraphs: [
        'Una técnica del Ateneu está mirando su petición. Le escribiremos pronto para vernos y hablar de ella.',
      ],
      facts: requestedProject('es', data),
      because: becauseAsked.es,
    }),
    en: (data) => ({
      subject: 'We are looking at your request',
      paragraphs: [
        'One of our advisers is looking at your request. We will write to you soon to meet and talk about it.',
      ],
      facts: requestedProject('en', data),
      because: becauseAsked.en,
    }),
  },
});

/** Tells a person that their project is better served by a partner. */
export const intakeReferredMail = defineTemplate(intakeReferred, {
  kind: 'intake-referred',
  title: 'A request for accompaniment goes to a partner',
  recipient: (data) => data.personal,
  texts: {
    ca: (data) => ({
      subject: 'Derivem la vostra petició a una entitat col·laboradora',
      paragraphs: [
        'Hem parlat del vostre projecte i creiem que una entitat col·laboradora us pot ajudar millor que nosaltres.',
        'Res no se li envia sense el vostre consentiment. Us escriurem quan li ho hàgim fet arribar.',
      ],
      facts: requestedProject('ca', data),
      closing: ['Si teniu cap dubte, responeu aquest missatge.'],
      because: becauseAsked.ca,
    }),
    es: (data) => ({
      subject: 'Derivamos su petición a una entidad colaboradora',
      paragraphs: [
        'Hemos hablado de su proyecto y creemos que una entidad colaboradora puede ayudarle mejor que nosotros.',
        'No se le envía nada sin su consentimiento. Le escribiremos cuando se lo hayamos hecho llegar.',
      ],
      facts: requestedProject('es', data),
      closing: ['Si tiene alguna duda, responda a este mensaje.'],
      because: becauseAsked.es,
    }),
    en: (data) => ({
      subject: 'We refer your request to a partner organisation',
      paragraphs: [
        'We have talked about your project and think that a partner organisation can help you better than we can.',
        'Nothing is sent to them without your consent. We will write to you when it has been passed on.',
      ],
      facts: requestedProject('en', data),
      closing: ['If you have any question, reply to this message.'],
      because: becauseAsked.en,
    }),
  },
});

/** Tells a person who asked for it in a survey that the ateneu will get in touch. */
export const intakeLeadMail = defineTemplate(intakeLeadReceived, {
  kind: 'intake-lead-received',
  title: 'Somebody asked in a survey to be contacted',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { text }) => ({
      subject: 'Us escriurem per parlar de la vostra idea',
      paragraphs: [
        'A l’enquesta ens vau demanar que ens poséssim en contacte amb vós. Una tècnica us escriurà o us trucarà aviat.',
      ],
      facts: [['Activitat', text(data.title)]],
      closing: ['Si heu canviat d’idea, responeu aquest missatge i no us direm res més.'],
      because: 'El rebeu perquè ho vau demanar en respondre l’enquesta d’una activitat.',
    }),
    es: (data, { text }) => ({
      subject: 'Le escribiremos para hablar de su idea',
      paragraphs: [
        'En la encuesta nos pidió que nos pusiéramos en contacto con usted. Una técnica le escribirá o le llamará pronto.',
      ],
      facts: [['Actividad', text(data.title)]],
      closing: ['Si ha cambiado de idea, responda a este mensaje y no le diremos nada más.'],
      because: 'Lo recibe porque lo pidió al responder la encuesta de una actividad.',
    }),
    en: (data, { text }) => ({
      subject: 'We will write to you about your idea',
      paragraphs: [
        'In the survey you asked us to get in touch. One of our advisers will write to you or call you soon.',
      ],
      facts: [['Activity', text(data.title)]],
      closing: ['If you have changed your mind, reply to this message and you will hear no more of it.'],
      because: 'You received it because you asked for it when you answered the survey of an activity.',
    }),
  },
});
