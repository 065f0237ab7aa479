import type { Language, LocalizedText } from '@ateneu/kernel';

import type { WorkKind } from '../subscribers/open-work.subscriber.ts';
import { formats } from './format.ts';
import type { Fact, MailContent } from './mail-template.ts';

/** Something that waits for staff. */
export interface OpenWork {
  kind: WorkKind;
  title: LocalizedText | null;
  /** ISO 8601 in UTC. */
  since: string;
}

interface Words {
  subject: (count: number) => string;
  opening: string;
  kinds: Readonly<Record<WorkKind, string>>;
  since: string;
  more: (count: number) => string;
  because: string;
}

const words: Record<Language, Words> = {
  ca: {
    subject: (count) => (count === 1 ? 'Avui hi ha una cosa pendent' : `Avui hi ha ${count} coses pendents`),
    opening: 'Això és el que espera l’equip, començant pel que fa més temps que espera.',
    kinds: {
      proposal: 'Proposta d’iniciativa per revisar',
      correction: 'Correcció per revisar',
      freshness: 'Fitxa sense confirmar',
      intake: 'Petició d’acompanyament sense resposta',
      referral: 'Derivació rebuda sense resposta',
    },
    since: 'des del',
    more: (count) => `I ${count} més.`,
    because: 'El rebeu perquè formeu part de l’equip de l’Ateneu.',
  },
  es: {
    subject: (count) => (count === 1 ? 'Hoy hay una cosa pendiente' : `Hoy hay ${count} cosas pendientes`),
    opening: 'Esto es lo que espera al equipo, empezando por lo que lleva más tiempo esperando.',
    kinds: {
      proposal: 'Propuesta de iniciativa por revisar',
      correction: 'Corrección por revisar',
      freshness: 'Ficha sin confirmar',
      intake: 'Petición de acompañamiento sin respuesta',
      referral: 'Derivación recibida sin respuesta',
    },
    since: 'desde el',
    more: (count) => `Y ${count} más.`,
    because: 'Lo recibe porque forma parte del equipo del Ateneu.',
  },
  en: {
    subject: (count) => (count === 1 ? 'One thing is waiting today' : `${count} things are waiting today`),
    opening: 'This is what waits for the team, beginning with what has waited longest.',
    kinds: {
      proposal: 'Proposed initiative to review',
      correction: 'Correction to review',
      freshness: 'Entry that nobody confirmed',
      intake: 'Request for support without an answer',
      referral: 'Referral received without an answer',
    },
    since: 'since',
    more: (count) => `And ${count} more.`,
    because: 'You received it because you are on the Ateneu’s team.',
  },
};

/** How many things are listed. */
const most = 40;

/** What staff are told each day: what waits, oldest first. It names nobody. */
export function staffDigest(work: readonly OpenWork[], language: Language): MailContent {
  const text = words[language];
  const { date, text: localized } = formats[language];
  const facts = work.slice(0, most).map(({ kind, title, since }): Fact => {
    const waiting = `${text.since} ${date(since)}`;
    return [text.kinds[kind], title === null ? waiting : `${localized(title)} · ${waiting}`];
  });
  return {
    subject: text.subject(work.length),
    paragraphs: [text.opening],
    facts,
    closing: work.length > most ? [text.more(work.length - most)] : [],
    because: text.because,
  };
}
