import type { Language, LocalizedText } from '@ateneu/kernel';

import type { Fact, TextTools } from './mail-template.ts';
import { factIf, linkIf } from './wording.ts';

/** What every event about an enrolment says of its session. */
interface SessionFacts {
  title: LocalizedText;
  startsAt: string;
  endsAt: string;
  venue?: string | undefined;
}

const labels: Record<Language, { title: string; when: string; where: string }> = {
  ca: { title: 'Activitat', when: 'Quan', where: 'On' },
  es: { title: 'Actividad', when: 'Cuándo', where: 'Dónde' },
  en: { title: 'Activity', when: 'When', where: 'Where' },
};

/** What, when and where, with their labels. */
export function sessionFacts(language: Language, session: SessionFacts, { text, period }: TextTools): Fact[] {
  const { title, when, where } = labels[language];
  return [
    [title, text(session.title)],
    [when, period(session.startsAt, session.endsAt)],
    ...factIf(where, session.venue || undefined),
  ];
}

/** What gets a person in, for whoever has a place. */
interface PlaceLinks {
  joinUrl?: string | undefined;
  checkInCode?: string | undefined;
  checkInQrUrl?: string | undefined;
}

const placeLabels: Record<Language, { join: string; code: string; qr: string }> = {
  ca: { join: 'Enllaç per connectar-vos-hi', code: 'Codi per a l’entrada', qr: 'El codi QR' },
  es: { join: 'Enlace para conectarse', code: 'Código para la entrada', qr: 'El código QR' },
  en: { join: 'Link to join', code: 'Code at the door', qr: 'The QR code' },
};

/** The video link, and the code that staff scan or type at the door. */
export function placeFacts(language: Language, { joinUrl, checkInCode, checkInQrUrl }: PlaceLinks): Fact[] {
  const { join, code, qr } = placeLabels[language];
  const picture: Fact[] =
    checkInQrUrl === undefined
      ? []
      : [[qr, '', checkInQrUrl, checkInCode === undefined ? qr : `${qr}: ${checkInCode}`]];
  return [...linkIf(join, joinUrl), ...factIf(code, checkInCode), ...picture];
}

/** Why a person who enrolled is written to. */
export const becauseEnrolled: Record<Language, string> = {
  ca: 'El rebeu perquè us vau inscriure en aquesta activitat amb aquesta adreça.',
  es: 'Lo recibe porque se inscribió en esta actividad con esta dirección.',
  en: 'You received it because you enrolled in this activity with this address.',
};
