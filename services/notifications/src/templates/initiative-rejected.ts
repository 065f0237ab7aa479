import { initiativeRejected, type initiativeRejectionReasons } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { factIf, type Wordings, wordingOf } from './wording.ts';

/** The reasons as the person who proposed is told them. */
const reasons: Wordings<typeof initiativeRejectionReasons> = {
  'not-sse': {
    ca: 'El directori només recull iniciatives de l’economia social i solidària, i aquesta no ens consta que ho sigui.',
    es: 'El directorio solo recoge iniciativas de la economía social y solidaria, y no nos consta que esta lo sea.',
    en: 'The directory only lists initiatives of the social and solidarity economy, and we could not see that this is one.',
  },
  'outside-territory': {
    ca: 'El directori només recull iniciatives que actuen a L’Hospitalet de Llobregat.',
    es: 'El directorio solo recoge iniciativas que actúan en L’Hospitalet de Llobregat.',
    en: 'The directory only lists initiatives that are active in L’Hospitalet de Llobregat.',
  },
  duplicate: {
    ca: 'Aquesta iniciativa ja és al directori o ja l’havia proposada algú altre.',
    es: 'Esta iniciativa ya está en el directorio o ya la había propuesto otra persona.',
    en: 'This initiative is already in the directory, or somebody else had proposed it.',
  },
  'insufficient-information': {
    ca: 'No teníem prou informació per publicar-la.',
    es: 'No teníamos información suficiente para publicarla.',
    en: 'We did not have enough information to publish it.',
  },
  other: undefined,
};

/** Tells whoever proposed an initiative that it will not be published, and why. */
export const initiativeRejectedMail = defineTemplate(initiativeRejected, {
  kind: 'initiative-rejected',
  title: 'A proposal was rejected',
  recipient: (data) => data.personal,
  texts: {
    ca: ({ name, reasonCode, note }, { text }) => ({
      subject: 'Sobre la vostra proposta per al directori',
      paragraphs: [
        `Hem revisat la proposta «${text(name)}» i de moment no la publicarem al directori.`,
        ...(note ? [note] : []),
      ],
      facts: factIf('Motiu', wordingOf(reasons, reasonCode, 'ca')),
      closing: ['Si creieu que ens hem equivocat o voleu afegir-hi informació, responeu aquest missatge i en parlem.'],
      because: 'El rebeu perquè vau proposar aquesta iniciativa.',
    }),
    es: ({ name, reasonCode, note }, { text }) => ({
      subject: 'Sobre su propuesta para el directorio',
      paragraphs: [
        `Hemos revisado la propuesta «${text(name)}» y de momento no la publicaremos en el directorio.`,
        ...(note ? [note] : []),
      ],
      facts: factIf('Motivo', wordingOf(reasons, reasonCode, 'es')),
      closing: ['Si cree que nos hemos equivocado o quiere añadir información, responda a este mensaje y lo hablamos.'],
      because: 'Lo recibe porque propuso esta iniciativa.',
    }),
    en: ({ name, reasonCode, note }, { text }) => ({
      subject: 'About your proposal for the directory',
      paragraphs: [
        `We have reviewed the proposal “${text(name)}” and will not publish it in the directory for now.`,
        ...(note ? [note] : []),
      ],
      facts: factIf('Reason', wordingOf(reasons, reasonCode, 'en')),
      closing: ['If you think we are mistaken, or wish to add something, reply to this message and we will talk.'],
      because: 'You received it because you proposed this initiative.',
    }),
  },
});
