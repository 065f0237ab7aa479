import { referralClosed, referralOutcomes } from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

import { defineTemplate, type Fact } from './mail-template.ts';
import { becauseReferred, projectFacts } from './referral-facts.ts';
import { factIf, labelOf } from './wording.ts';

/** What it came to; of having come to nothing, nothing is said. */
function outcomeFact(language: Language, label: string, outcome: string): Fact[] {
  return outcome === 'none' ? [] : factIf(label, labelOf(referralOutcomes, outcome, language));
}

/** Tells the person behind a project that the work with it has ended. */
export const referralClosedMail = defineTemplate(referralClosed, {
  kind: 'referral-closed',
  title: 'The work with a referred project has ended',
  recipient: (data) => data.personal,
  texts: {
    ca: (data) => ({
      subject: 'L’acompanyament del vostre projecte s’ha acabat',
      paragraphs: [
        'Donem per acabat l’acompanyament que va començar amb la derivació del vostre projecte.',
        'Gràcies per la confiança. Ens tindreu aquí per al que us calgui.',
      ],
      facts: [...projectFacts('ca', data), ...outcomeFact('ca', 'Resultat', data.outcome)],
      because: becauseReferred.ca,
    }),
    es: (data) => ({
      subject: 'El acompañamiento de su proyecto ha terminado',
      paragraphs: [
        'Damos por terminado el acompañamiento que empezó con la derivación de su proyecto.',
        'Gracias por su confianza. Aquí estaremos para lo que necesite.',
      ],
      facts: [...projectFacts('es', data), ...outcomeFact('es', 'Resultado', data.outcome)],
      because: becauseReferred.es,
    }),
    en: (data) => ({
      subject: 'The support of your project has ended',
      paragraphs: [
        'The support that began with the referral of your project has come to its end.',
        'Thank you for your trust. We are here for whatever you may need.',
      ],
      facts: [...projectFacts('en', data), ...outcomeFact('en', 'Outcome', data.outcome)],
      because: becauseReferred.en,
    }),
  },
});
