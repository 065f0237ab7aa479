import { referralSent } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { becauseReferred, consentFact, projectFacts } from './referral-facts.ts';
import { factIf } from './wording.ts';

/** Tells the person behind a project to whom it was referred. */
export const referralSentMail = defineTemplate(referralSent, {
  kind: 'referral-sent',
  title: 'A project is referred to a partner: to the person',
  recipient: (data) => (data.direction === 'outbound' ? data.personal : undefined),
  texts: {
    ca: (data) => ({
      subject: 'Hem derivat el vostre projecte',
      paragraphs: [
        'Tal com havíem acordat, hem derivat el vostre projecte a una entitat col·laboradora. Us escriurem quan ens respongui.',
      ],
      facts: [
        ...projectFacts('ca', data),
        ...factIf('Entitat', data.personal?.receiver?.name),
        ...consentFact('ca', data.personal),
      ],
      because: becauseReferred.ca,
    }),
    es: (data) => ({
      subject: 'Hemos derivado su proyecto',
      paragraphs: [
        'Tal como habíamos acordado, hemos derivado su proyecto a una entidad colaboradora. Le escribiremos cuando nos responda.',
      ],
      facts: [
        ...projectFacts('es', data),
        ...factIf('Entidad', data.personal?.receiver?.name),
        ...consentFact('es', data.personal),
      ],
      because: becauseReferred.es,
    }),
    en: (data) => ({
      subject: 'We have referred your project',
      paragraphs: [
        'As we had agreed, we have referred your project to a partner organisation. We will write to you when they answer.',
      ],
      facts: [
        ...projectFacts('en', data),
        ...factIf('Organisation', data.personal?.receiver?.name),
        ...consentFact('en', data.personal),
      ],
      because: becauseReferred.en,
    }),
  },
});
