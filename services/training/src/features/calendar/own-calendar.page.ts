import type { SelfServicePage } from '@ateneu/service-kit';

import type { Participant } from '../enrolment/index.ts';

const texts: Record<Participant['language'], { title: string; paragraphs: readonly string[]; url: string }> = {
  ca: {
    title: 'Les vostres sessions al calendari',
    paragraphs: [
      'Copieu aquesta adreça i afegiu-la al vostre calendari amb l’opció de subscriure-us-hi per URL. Els canvis i les cancel·lacions hi arribaran sols.',
      'L’adreça és només per a vós: qui la té pot veure les vostres sessions. Ja no la tornarem a mostrar. Si en demaneu una de nova, aquesta deixarà de funcionar.',
    ],
    url: 'Adreça',
  },
  es: {
    title: 'Sus sesiones en el calendario',
    paragraphs: [
      'Copie esta dirección y añádala a su calendario con la opción de suscribirse por URL. Los cambios y las cancelaciones llegarán solos.',
      'La dirección es solo para usted: quien la tiene puede ver sus sesiones. Ya no la volveremos a mostrar. Si pide una nueva, esta dejará de funcionar.',
    ],
    url: 'Dirección',
  },
};

/** Tells a person the address of their calendar, once. */
export function ownCalendarPage(language: Participant['language'], url: string): SelfServicePage {
  const text = texts[language];
  return { language, title: text.title, paragraphs: text.paragraphs, facts: [{ name: text.url, value: url }] };
}
