import { modalityTerms } from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

import type { Fact } from './mail-template.ts';
import { factIf, labelOf, linkIf } from './wording.ts';

/** What every event about a referral says of the project. */
interface ReferredProject {
  modality: string;
  personal?: { projectName: string } | undefined;
}

const labels: Record<Language, { project: string; modality: string }> = {
  ca: { project: 'Projecte', modality: 'Acompanyament' },
  es: { project: 'Proyecto', modality: 'Acompañamiento' },
  en: { project: 'Project', modality: 'Support' },
};

/** The project and what it is helped with, with their labels. */
export function projectFacts(language: Language, { modality, personal }: ReferredProject): Fact[] {
  return [
    ...factIf(labels[language].project, personal?.projectName),
    ...factIf(labels[language].modality, labelOf(modalityTerms, modality, language)?.toLowerCase()),
  ];
}

/** Whether the project comes to the ateneu, rather than leaves it for a partner. */
export function isInbound({ direction }: { direction: string }): boolean {
  return direction === 'inbound';
}

/** Why the person behind a project is written to. */
export const becauseReferred: Record<Language, string> = {
  ca: 'El rebeu perquè vau donar el consentiment perquè el vostre projecte es derivés. El podeu retirar quan vulgueu responent aquest missatge.',
  es: 'Lo recibe porque dio su consentimiento para que su proyecto se derivara. Puede retirarlo cuando quiera respondiendo a este mensaje.',
  en: 'You received it because you agreed that your project be referred. You may withdraw your consent at any time by replying to this message.',
};

const consentWords: Record<Language, string> = {
  ca: 'Si voleu retirar el consentiment',
  es: 'Si quiere retirar el consentimiento',
  en: 'To take your consent back',
};

/** Where the person may take the consent back, where the event says so. */
export function consentFact(language: Language, personal: { consentUrl?: string | undefined } | undefined): Fact[] {
  return linkIf(consentWords[language], personal?.consentUrl);
}
