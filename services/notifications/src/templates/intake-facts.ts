import type { Language } from '@ateneu/kernel';

import type { Fact } from './mail-template.ts';

const labels: Record<Language, string> = { ca: 'Projecte', es: 'Proyecto', en: 'Project' };

/** What the person calls the project that the request is about. */
export function requestedProject(language: Language, data: { personal: { projectName: string } }): Fact[] {
  return [[labels[language], data.personal.projectName]];
}

/** Why a person who asked for accompaniment is written to. */
export const becauseAsked: Record<Language, string> = {
  ca: 'El rebeu perquè algú va demanar acompanyament a l’Ateneu amb aquesta adreça.',
  es: 'Lo recibe porque alguien pidió acompañamiento al Ateneu con esta dirección.',
  en: 'You received it because somebody asked the Ateneu for support with this address.',
};
