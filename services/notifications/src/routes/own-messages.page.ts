import type { DomainError, Language } from '@ateneu/kernel';
import type { SelfServicePage } from '@ateneu/service-kit';

import type { DeliveryStatus } from '../delivery/delivery.ts';
import { type Topic, topicNames } from '../delivery/topics.ts';
import { formats } from '../templates/format.ts';
import type { OwnMessages } from './own-messages.query.ts';

interface Texts {
  title: string;
  intro: string;
  essential: string;
  suppressed: string;
  stop: (topic: string) => string;
  start: (topic: string) => string;
  states: Readonly<Record<DeliveryStatus, string>>;
  refusal: string;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: 'Què us hem enviat i què voleu rebre',
    intro: 'Aquests són els missatges que us hem enviat a aquesta adreça els darrers sis mesos.',
    essential:
      'Hi ha missatges que són necessaris per al que ens heu demanat, com ara la confirmació d’una plaça, i arriben sempre. ' +
      'Els altres els podeu deixar de rebre i tornar a rebre quan vulgueu.',
    suppressed:
      'Ara no us enviem res en aquesta adreça, perquè un missatge ens va ser retornat. Si ja funciona, escriviu-nos.',
    stop: (topic) => `No vull rebre: ${topic}`,
    start: (topic) => `Vull tornar a rebre: ${topic}`,
    states: {
      pending: 'per enviar',
      sending: 'enviant-se',
      sent: 'enviat',
      'possibly-sent': 'potser enviat',
      failed: 'no s’ha pogut lliurar',
      suppressed: 'no enviat, perquè no el volíeu o l’adreça no funcionava',
    },
    refusal: 'Aquest enllaç no s’ha pogut obrir',
  },
  es: {
    title: 'Qué le hemos enviado y qué quiere recibir',
    intro: 'Estos son los mensajes que le hemos enviado a esta dirección en los últimos seis meses.',
    essential:
      'Hay mensajes que son necesarios para lo que nos ha pedido, como la confirmación de una plaza, y llegan siempre. ' +
      'Los demás puede dejar de recibirlos y volver a recibirlos cuando quiera.',
    suppressed:
      'Ahora no le enviamos nada a esta dirección, porque nos devolvieron un mensaje. Si ya funciona, escríbanos.',
    stop: (topic) => `No quiero recibir: ${topic}`,
    start: (topic) => `Quiero volver a recibir: ${topic}`,
    states: {
      pending: 'por enviar',
      sending: 'enviándose',
      sent: 'enviado',
      'possibly-sent': 'quizá enviado',
      failed: 'no se ha podido entregar',
      suppressed: 'no enviado, porque no lo quería o la dirección no funcionaba',
    },
    refusal: 'Este enlace no se ha podido abrir',
  },
  en: {
    title: 'What we have sent you, and what you want',
    intro: 'These are the messages that we have sent to this address in the last six months.',
    essential:
      'Some messages are needed for what you asked of us, such as the confirmation of a place, and always come. The ' +
      'others you can stop, and have again, whenever you like.',
    suppressed: 'Nothing is sent to this address now, because a message came back. If it works again, write to us.',
    stop: (topic) => `Stop: ${topic}`,
    start: (topic) => `Send me again: ${topic}`,
    states: {
      pending: 'waiting to be sent',
      sending: 'being sent',
      sent: 'sent',
      'possibly-sent': 'possibly sent',
      failed: 'could not be delivered',
      suppressed: 'not sent, because you did not want it or the address did not work',
    },
    refusal: 'This link could not be opened',
  },
};

/** What people may stop; the digests are for staff, and shown to whoever got one. */
const forEverybody: readonly Topic[] = ['reminders', 'surveys', 'news'];

/** The page behind the link in every message. Looking at it changes nothing; its buttons do. */
export function ownMessagesPage(
  { language, topic }: { language: Language; topic: Topic | null },
  { messages, optedOut, suppressed }: OwnMessages,
  secret: string,
): SelfServicePage {
  const text = texts[language];
  const offered = topic === null || forEverybody.includes(topic) ? forEverybody : [...forEverybody, topic];
  return {
    language,
    title: text.title,
    paragraphs: [text.intro, ...(suppressed ? [text.suppressed] : []), text.essential],
    facts: messages.map(({ subject, at, status }) => ({
      name: subject,
      value: `${formats[language].moment(at)} · ${text.states[status]}`,
    })),
    actions: offered.map((item) => {
      const stopped = optedOut.includes(item);
      return {
        label: (stopped ? text.start : text.stop)(topicNames[item][language]),
        method: 'post' as const,
        href: `${secret}/topics/${item}/${stopped ? 'start' : 'stop'}`,
      };
    }),
  };
}

/** The page that says why a link leads nowhere, in the browser's language. */
export function ownMessagesRefusal(language: Language, error: DomainError): SelfServicePage {
  return { language, title: texts[language].refusal, paragraphs: [error.publicMessage(language)] };
}
