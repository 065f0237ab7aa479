import { referralAccepted } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { becauseReferred, isInbound, projectFacts } from './referral-facts.ts';

/** Tells the person behind a project that the receiver takes it on. */
export const referralAcceptedMail = defineTemplate(referralAccepted, {
  kind: 'referral-accepted',
  title: 'A referred project was accepted',
  recipient: (data) => data.personal,
  texts: {
    ca: (data) => ({
      ...(isInbound(data)
        ? {
            subject: 'L’Ateneu acompanyarà el vostre projecte',
            paragraphs: [
              'Tenim una bona notícia: l’Ateneu acompanyarà el vostre projecte.',
              'Una tècnica es posarà en contacte amb vós els propers dies per acordar la primera trobada.',
            ],
          }
        : {
            subject: 'L’entitat col·laboradora ha acceptat el vostre projecte',
            paragraphs: [
              'Tenim una bona notícia: l’entitat col·laboradora a la qual vam derivar el vostre projecte l’ha acceptat.',
              'Es posaran en contacte amb vós els propers dies.',
            ],
          }),
      facts: projectFacts('ca', data),
      because: becauseReferred.ca,
    }),
    es: (data) => ({
      ...(isInbound(data)
        ? {
            subject: 'El Ateneu acompañará su proyecto',
            paragraphs: [
              'Tenemos una buena noticia: el Ateneu acompañará su proyecto.',
              'Una técnica se pondrá en contacto con usted en los próximos días para acordar el primer encuentro.',
            ],
          }
        : {
            subject: 'La entidad colaboradora ha aceptado su proyecto',
            paragraphs: [
              'Tenemos una buena noticia: la entidad colaboradora a la que derivamos su proyecto lo ha aceptado.',
              'Se pondrán en contacto con usted en los próximos días.',
            ],
          }),
      facts: projectFacts('es', data),
      because: becauseReferred.es,
    }),
    en: (data) => ({
      ...(isInbound(data)
        ? {
            subject: 'The Ateneu will support your project',
            paragraphs: [
              'We have good news: the Ateneu will support your project.',
              'One of our advisers will contact you in the next few days to arrange a first meeting.',
            ],
          }
        : {
            subject: 'The partner organisation has accepted your project',
            paragraphs: [
              'We have good news: the partner organisation to which we referred your project has accepted it.',
              'They will contact you in the next few days.',
            ],
          }),
      facts: projectFacts('en', data),
      because: becauseReferred.en,
    }),
  },
});
