import { initiativePublished } from '@ateneu/events';

import { type Action, defineTemplate } from './mail-template.ts';

const linkTo = (label: string, url: string | undefined): { action?: Action } =>
  url === undefined ? {} : { action: { label, url } };

/** Tells whoever proposed an initiative that everybody can find it now. */
export const initiativePublishedMail = defineTemplate(initiativePublished, {
  kind: 'initiative-published',
  title: 'An initiative is public',
  recipient: (data) => data.personal,
  texts: {
    ca: ({ name, slug }, { text, initiativePage }) => ({
      subject: `«${text(name)}» ja és al directori`,
      paragraphs: [
        `La iniciativa que vau proposar, «${text(name)}», ja es pot consultar al directori de l’economia social i solidària de L’Hospitalet.`,
        'Gràcies per ajudar a fer-la visible.',
      ],
      ...linkTo('Mira la iniciativa', initiativePage(slug)),
      closing: ['Si hi veieu res que calgui corregir, responeu aquest missatge i ho arreglarem.'],
      because: 'El rebeu perquè vau proposar aquesta iniciativa.',
    }),
    es: ({ name, slug }, { text, initiativePage }) => ({
      subject: `«${text(name)}» ya está en el directorio`,
      paragraphs: [
        `La iniciativa que propuso, «${text(name)}», ya se puede consultar en el directorio de la economía social y solidaria de L’Hospitalet.`,
        'Gracias por ayudar a hacerla visible.',
      ],
      ...linkTo('Ver la iniciativa', initiativePage(slug)),
      closing: ['Si ve algo que haya que corregir, responda a este mensaje y lo arreglaremos.'],
      because: 'Lo recibe porque propuso esta iniciativa.',
    }),
    en: ({ name, slug }, { text, initiativePage }) => ({
      subject: `“${text(name)}” is in the directory`,
      paragraphs: [
        `The initiative you proposed, “${text(name)}”, can now be found in L’Hospitalet’s directory of the social and solidarity economy.`,
        'Thank you for helping to make it visible.',
      ],
      ...linkTo('See the initiative', initiativePage(slug)),
      closing: ['If anything needs correcting, reply to this message and we will see to it.'],
      because: 'You received it because you proposed this initiative.',
    }),
  },
});
