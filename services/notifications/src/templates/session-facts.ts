import type { Language, LocalizedText } from '@ateneu/kernel';

import type { Fact, TextTools } from './mail-template.ts';
import { factIf } from './wording.ts';

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

/** Why a person who enrolled is written to. */
export const becauseEnrolled: Record<Language, string> = {
  ca: 'El rebeu perquè us vau inscriure en aquesta activitat amb aquesta adreça.',
  es: 'Lo recibe porque se inscribió en esta actividad con esta dirección.',
  en: 'You received it because you enrolled in this activity with this address.',
};
