import { initiativeProposed } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';
import { unlinkable } from './plain-text.ts';

/** Thanks to whoever proposed an initiative. Nobody has read the proposal yet, so its name may be anything. */
export const initiativeProposedMail = defineTemplate(initiativeProposed, {
  kind: 'initiative-proposed',
  title: 'Thanks for a proposal',
  recipient: (data) => data.personal,
  texts: {
    ca: ({ name }, { text }) => ({
      subject: 'Hem rebut la vostra proposta',
      paragraphs: [
        'Gràcies per proposar una iniciativa per al directori de l’economia social i solidària de L’Hospitalet.',
        'L’equip de l’Ateneu la revisarà i us escriurem quan es publiqui o si ens cal saber-ne alguna cosa més.',
      ],
      facts: [['Iniciativa', unlinkable(text(name))]],
      because:
        'El rebeu perquè algú ha donat aquesta adreça en proposar una iniciativa. Si no heu estat vós, no cal que feu res.',
    }),
    es: ({ name }, { text }) => ({
      subject: 'Hemos recibido su propuesta',
      paragraphs: [
        'Gracias por proponer una iniciativa para el directorio de la economía social y solidaria de L’Hospitalet.',
        'El equipo del Ateneu la revisará y le escribiremos cuando se publique o si necesitamos saber algo más.',
      ],
      facts: [['Iniciativa', unlinkable(text(name))]],
      because:
        'Lo recibe porque alguien ha dado esta dirección al proponer una iniciativa. Si no ha sido usted, no tiene que hacer nada.',
    }),
    en: ({ name }, { text }) => ({
      subject: 'We have received your proposal',
      paragraphs: [
        'Thank you for proposing an initiative for L’Hospitalet’s directory of the social and solidarity economy.',
        'The team of the Ateneu will review it. We will write to you when it is published, or if we need to know more.',
      ],
      facts: [['Initiative', unlinkable(text(name))]],
      because:
        'You received it because somebody gave this address when proposing an initiative. If it was not you, you need do nothing.',
    }),
  },
});
