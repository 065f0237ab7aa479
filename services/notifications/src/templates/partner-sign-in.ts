import { partnerSignInRequested } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';

/** Sends somebody at a partner the link to sign in with. */
export const partnerSignInMail = defineTemplate(partnerSignInRequested, {
  kind: 'partner-sign-in',
  title: 'Somebody at a partner signs in',
  recipient: (data) => data.personal,
  texts: {
    ca: ({ personal, expiresAt }, { moment }) => ({
      subject: 'El vostre enllaç per entrar a l’espai d’entitats de l’Ateneu',
      paragraphs: ['Heu demanat entrar a l’espai d’entitats col·laboradores. L’enllaç serveix una sola vegada.'],
      facts: [
        ['Entitat', personal.partnerName],
        ['L’enllaç serveix fins al', moment(expiresAt)],
      ],
      action: { label: 'Entra', url: personal.signInUrl },
      closing: ['Si no ho heu demanat, no feu res: sense l’enllaç no hi entra ningú. No el reenvieu.'],
      because: 'El rebeu perquè la vostra entitat ens va donar aquesta adreça com a contacte.',
    }),
    es: ({ personal, expiresAt }, { moment }) => ({
      subject: 'Su enlace para entrar en el espacio de entidades del Ateneu',
      paragraphs: ['Ha pedido entrar en el espacio de entidades colaboradoras. El enlace sirve una sola vez.'],
      facts: [
        ['Entidad', personal.partnerName],
        ['El enlace sirve hasta', moment(expiresAt)],
      ],
      action: { label: 'Entrar', url: personal.signInUrl },
      closing: ['Si no lo ha pedido, no haga nada: sin el enlace no entra nadie. No lo reenvíe.'],
      because: 'Lo recibe porque su entidad nos dio esta dirección como contacto.',
    }),
    en: ({ personal, expiresAt }, { moment }) => ({
      subject: 'Your link to sign in to the Ateneu’s partner desk',
      paragraphs: ['You asked to sign in to the desk of partner organisations. The link works once.'],
      facts: [
        ['Organisation', personal.partnerName],
        ['The link works until', moment(expiresAt)],
      ],
      action: { label: 'Sign in', url: personal.signInUrl },
      closing: ['If you did not ask for it, do nothing: nobody gets in without the link. Do not pass it on.'],
      because: 'You received it because your organisation gave us this address as a contact.',
    }),
  },
});
