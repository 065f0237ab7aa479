import { type DataOf, subscriptionConfirmationRequested, subscriptionDigestDue } from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

import { defineTemplate, type Fact, type Known, type TextTools } from './mail-template.ts';

/** Subscribers give no name to greet them by. */
const nameless = <Personal extends object>(personal: Personal): Personal & { name: string } => ({
  ...personal,
  name: '',
});

/** Asks whether an address that was subscribed is its owner's. */
export const subscriptionConfirmationMail = defineTemplate(subscriptionConfirmationRequested, {
  kind: 'subscription-confirmation',
  title: 'A subscription is to be confirmed',
  recipient: (data) => nameless(data.personal),
  texts: {
    ca: (data, { text, moment }) => ({
      subject: 'Confirmeu la vostra subscripció',
      paragraphs: ['Ens heu demanat que us enviem novetats del directori. Confirmeu que aquesta adreça és vostra.'],
      facts: [
        ['Subscripció', text(data.topic)],
        ['L’enllaç serveix fins al', moment(data.expiresAt)],
      ],
      action: { label: 'Confirma la subscripció', url: data.personal.confirmUrl },
      closing: ['Si no heu estat vós, no cal que feu res: no us enviarem res més.'],
      because: 'El rebeu perquè algú va escriure aquesta adreça al formulari de subscripció.',
    }),
    es: (data, { text, moment }) => ({
      subject: 'Confirme su suscripción',
      paragraphs: ['Nos ha pedido que le enviemos novedades del directorio. Confirme que esta dirección es suya.'],
      facts: [
        ['Suscripción', text(data.topic)],
        ['El enlace sirve hasta', moment(data.expiresAt)],
      ],
      action: { label: 'Confirmar la suscripción', url: data.personal.confirmUrl },
      closing: ['Si no ha sido usted, no hace falta que haga nada: no le enviaremos nada.'],
      because: 'Lo recibe porque alguien escribió esta dirección en el formulario de suscripción.',
    }),
    en: (data, { text, moment }) => ({
      subject: 'Confirm your subscription',
      paragraphs: ['You asked us to send you news of the directory. Please confirm that this address is yours.'],
      facts: [
        ['Subscription', text(data.topic)],
        ['The link works until', moment(data.expiresAt)],
      ],
      action: { label: 'Confirm the subscription', url: data.personal.confirmUrl },
      closing: ['If it was not you, there is nothing to do: nothing will be sent to you.'],
      because: 'You received it because somebody wrote this address into the subscription form.',
    }),
  },
});

type Digest = Known<DataOf<typeof subscriptionDigestDue>>;

/** Each piece of news: its name, and what it is with where to read on. */
const newsOf = (data: Digest, { text }: TextTools): Fact[] =>
  data.items.map((item) => [text(item.title), text(item.summary), item.url]);

const moreWords: Record<Language, (count: number) => string> = {
  ca: (count) => (count === 1 ? 'I encara n’hi ha una altra.' : `I encara n’hi ha ${count} més.`),
  es: (count) => (count === 1 ? 'Y todavía hay otra.' : `Y todavía hay ${count} más.`),
  en: (count) => (count === 1 ? 'And there is one more.' : `And there are ${count} more.`),
};
const more = (data: Digest, language: Language): string[] => (data.more > 0 ? [moreWords[language](data.more)] : []);
const allOf = (data: Digest, label: string) =>
  data.moreUrl === undefined ? {} : { action: { label, url: data.moreUrl } };

/** The week's news for a subscriber. */
export const subscriptionDigestMail = defineTemplate(subscriptionDigestDue, {
  kind: 'subscription-digest',
  title: 'The week’s news of the directory',
  topic: 'news',
  recipient: (data) => nameless(data.personal),
  unsubscribe: ({ personal }) => ({ oneClickUrl: personal.oneClickUrl, pageUrl: personal.manageUrl }),
  texts: {
    ca: (data, tools) => ({
      subject: `Novetats del directori: ${tools.text(data.topic)}`,
      paragraphs: [`Això és el que hi ha de nou des del ${tools.date(data.since)}.`],
      facts: newsOf(data, tools),
      ...allOf(data, 'Mira-ho tot'),
      closing: more(data, 'ca'),
      because: 'El rebeu perquè us vau subscriure a les novetats del directori.',
    }),
    es: (data, tools) => ({
      subject: `Novedades del directorio: ${tools.text(data.topic)}`,
      paragraphs: [`Esto es lo que hay de nuevo desde el ${tools.date(data.since)}.`],
      facts: newsOf(data, tools),
      ...allOf(data, 'Verlo todo'),
      closing: more(data, 'es'),
      because: 'Lo recibe porque se suscribió a las novedades del directorio.',
    }),
    en: (data, tools) => ({
      subject: `News of the directory: ${tools.text(data.topic)}`,
      paragraphs: [`This is what is new since ${tools.date(data.since)}.`],
      facts: newsOf(data, tools),
      ...allOf(data, 'See everything'),
      closing: more(data, 'en'),
      because: 'You received it because you subscribed to news of the directory.',
    }),
  },
});
