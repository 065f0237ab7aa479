import { type Language, localize } from '@ateneu/kernel';
import type { PageAction, SelfServicePage } from '@ateneu/service-kit';

import { readableCode } from '../enrolment/index.ts';
import { timeZone } from '../../madrid.ts';
import type { Desk, Expected } from './check-in.query.ts';

interface Texts {
  title: string;
  here: (attended: number, expected: number) => string;
  labels: Record<'session' | 'starts' | 'venue', string>;
  type: Record<'code' | 'do' | 'help', string>;
  done: (name: string) => string;
  confirm: (name: string) => string;
  already: (name: string) => string;
  own: Record<'title' | 'say' | 'code' | 'qr', string>;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: 'Entrada',
    here: (attended, expected) => `Han arribat ${attended} de ${expected} persones.`,
    labels: { session: 'Sessió', starts: 'Comença', venue: 'Lloc' },
    type: {
      code: 'Codi de la persona',
      do: 'Registra l’entrada',
      help: 'També podeu obrir la càmera del mòbil i llegir el codi QR.',
    },
    done: (name) => `Fet: ${name} ja consta com a assistent.`,
    confirm: (name) => `Registra l’entrada de ${name}`,
    already: (name) => `${name} ja havia entrat.`,
    own: {
      title: 'El vostre codi per a l’entrada',
      say: 'Ensenyeu aquest codi a qui us rebi a la sessió.',
      code: 'Codi',
      qr: 'Codi QR per a l’entrada',
    },
  },
  es: {
    title: 'Entrada',
    here: (attended, expected) => `Han llegado ${attended} de ${expected} personas.`,
    labels: { session: 'Sesión', starts: 'Empieza', venue: 'Lugar' },
    type: {
      code: 'Código de la persona',
      do: 'Registrar la entrada',
      help: 'También puede abrir la cámara del móvil y leer el código QR.',
    },
    done: (name) => `Hecho: ${name} ya consta como asistente.`,
    confirm: (name) => `Registrar la entrada de ${name}`,
    already: (name) => `${name} ya había entrado.`,
    own: {
      title: 'Su código para la entrada',
      say: 'Enseñe este código a quien le reciba en la sesión.',
      code: 'Código',
      qr: 'Código QR para la entrada',
    },
  },
  en: {
    title: 'Check-in',
    here: (attended, expected) => `${attended} of ${expected} people have come.`,
    labels: { session: 'Session', starts: 'Starts', venue: 'Venue' },
    type: {
      code: 'The person’s code',
      do: 'Check in',
      help: 'Or open the telephone’s camera and read the QR code.',
    },
    done: (name) => `Done: ${name} is on record as here.`,
    confirm: (name) => `Check in ${name}`,
    already: (name) => `${name} was here already.`,
    own: {
      title: 'Your code for the door',
      say: 'Show this code to whoever receives you at the session.',
      code: 'Code',
      qr: 'QR code for the door',
    },
  },
};

/** Under this name a telephone remembers which desk it serves, so that the camera's link leads back there. */
const deskKey = 'ateneu-check-in-desk';

/** What staff see at the door, and what just happened there. */
export interface DeskView {
  desk: Desk;
  people: readonly Expected[];
  secret: string;
  language: Language;
  /** Whose code was read with the camera. */
  scanned?: { name: string; code: string; status: string } | undefined;
  /** Who was checked in with the step before. */
  done?: string | undefined;
}

/** The page of the door: the code to type, and everybody by name. */
export function deskPage({ desk, people, secret, language, scanned, done }: DeskView): SelfServicePage {
  const text = texts[language];
  const attended = people.filter(({ status }) => status === 'attended').length;
  const came = scanned?.status === 'attended';
  const checkIn = (name: string, code: string): PageAction => ({
    label: text.confirm(name),
    method: 'post',
    href: `${secret}/check-ins/${code}`,
  });
  const starts = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return {
    language,
    title: text.title,
    paragraphs: [
      ...(done === undefined ? [] : [text.done(done)]),
      ...(scanned !== undefined && came ? [text.already(scanned.name)] : []),
      text.here(attended, people.length),
    ],
    facts: [
      { name: text.labels.session, value: localize(desk.title, language).text },
      { name: text.labels.starts, value: starts.format(new Date(desk.startsAt)) },
      ...(desk.venue === null ? [] : [{ name: text.labels.venue, value: desk.venue }]),
    ],
    actions: [
      ...(scanned === undefined || came ? [] : [checkIn(scanned.name, scanned.code)]),
      {
        label: text.type.do,
        method: 'post',
        href: `${secret}/check-ins`,
        fields: [{ name: 'code', label: text.type.code, type: 'text', required: true, help: text.type.help }],
      },
      ...people
        .filter(({ status, code }) => status !== 'attended' && code !== scanned?.code)
        .map(({ name, code }) => checkIn(name, code)),
    ],
    script: `localStorage.setItem('${deskKey}', JSON.stringify({ path: location.pathname, until: ${Date.parse(desk.expiresAt)} }));`,
  };
}

/** What the QR code opens: the person sees their code, and a telephone that serves a desk goes on to it. */
export function codePage(code: string, language: Language): SelfServicePage {
  const { own } = texts[language];
  return {
    language,
    title: own.title,
    paragraphs: [own.say],
    facts: [{ name: own.code, value: readableCode(code) }],
    image: { src: `${code}/qr.png`, alt: own.qr },
    script:
      `const desk = JSON.parse(localStorage.getItem('${deskKey}') ?? 'null');` +
      `if (desk && desk.until > Date.now()) location.replace(desk.path + '?code=${code}');`,
  };
}
