import { referralReceived } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { becauseReferred, consentFact, isInbound, projectFacts } from './referral-facts.ts';

/** Tells the person behind a project that the other side has it now. */
export const referralReceivedMail = defineTemplate(referralReceived, {
  kind: 'referral-received',
  title: 'A referred project has arrived',
  recipient: (data) => data.personal,
  texts: {
    ca: (data) => ({
      ...(isInbound(data)
        ? {
            subject: 'El vostre projecte ha arribat a l’Ateneu',
            paragraphs: [
              'Una entitat col·laboradora ens ha fet arribar el vostre projecte, tal com havíeu acordat.',
              'Una tècnica de l’Ateneu l’estudiarà i us direm ben aviat si us podem acompanyar.',
            ],
          }
        : {
            subject: 'L’entitat col·laboradora ja té el vostre projecte',
            paragraphs: [
              'Hem fet arribar el vostre projecte a l’entitat col·laboradora que havíem acordat, i ja el té.',
              'Us escriurem quan ens respongui.',
            ],
          }),
      facts: [...projectFacts('ca', data), ...consentFact('ca', data.personal)],
      because: becauseReferred.ca,
    }),
    es: (data) => ({
      ...(isInbound(data)
        ? {
            subject: 'Su proyecto ha llegado al Ateneu',
            paragraphs: [
              'Una entidad colaboradora nos ha hecho llegar su proyecto, tal como habían acordado.',
              'Una técnica del Ateneu lo estudiará y le diremos muy pronto si podemos acompañarle.',
            ],
          }
        : {
            subject: 'La entidad colaboradora ya tiene su proyecto',
            paragraphs: [
              'Hemos hecho llegar su proyecto a la entidad colaboradora que habíamos acordado, y ya lo tiene.',
              'Le escribiremos cuando nos responda.',
            ],
          }),
      facts: [...projectFacts('es', data), ...consentFact('es', data.personal)],
      because: becauseReferred.es,
    }),
    en: (data) => ({
      ...(isInbound(data)
        ? {
            subject: 'Your project has reached the Ateneu',
            paragraphs: [
              'A partner organisation has passed your project on to us, as you had agreed.',
              'One of our advisers will look at it, and we will tell you soon whether we can support you.',
            ],
          }
        : {
            subject: 'The partner organisation has your project',
            paragraphs: [
              'We have passed your project on to the partner organisation as we had agreed, and it has arrived.',
              'We will write to you when they answer.',
            ],
          }),
      facts: [...projectFacts('en', data), ...consentFact('en', data.personal)],
      because: becauseReferred.en,
    }),
  },
});
