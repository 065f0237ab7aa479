import { intakeReceived } from '@ateneu/events';

import { becauseAsked, requestedProject } from './intake-facts.ts';
import { defineTemplate } from './mail-template.ts';

/** Asks a person to confirm that the request for accompaniment is theirs; without that nobody looks at it. */
export const intakeReceivedMail = defineTemplate(intakeReceived, {
  kind: 'intake-received',
  title: 'A request for accompaniment is to be confirmed',
  recipient: (data) => data.personal,
  texts: {
    ca: (data) => ({
      subject: 'Confirmeu la vostra petició d’acompanyament',
      paragraphs: ['Hem rebut una petició d’acompanyament amb aquesta adreça. Confirmeu que és vostra i la mirarem.'],
      facts: requestedProject('ca', data),
      action: { label: 'Confirma la petició', url: data.personal.confirmUrl },
      closing: ['Si no heu demanat res, no cal que feu res: sense confirmar-la, la petició s’esborra.'],
      because: becauseAsked.ca,
    }),
    es: (data) => ({
      subject: 'Confirme su petición de acompañamiento',
      paragraphs: [
        'Hemos recibido una petición de acompañamiento con esta dirección. Confirme que es suya y la miraremos.',
      ],
      facts: requestedProject('es', data),
      action: { label: 'Confirmar la petición', url: data.personal.confirmUrl },
      closing: ['Si no ha pedido nada, no hace falta que haga nada: sin confirmarla, la petición se borra.'],
      because: becauseAsked.es,
    }),
    en: (data) => ({
      subject: 'Confirm your request for support',
      paragraphs: [
        'We have received a request for support with this address. Confirm that it is yours and we will look at it.',
      ],
      facts: requestedProject('en', data),
      action: { label: 'Confirm the request', url: data.personal.confirmUrl },
      closing: ['If you asked for nothing, do nothing: unless it is confirmed, the request is erased.'],
      because: becauseAsked.en,
    }),
  },
});
