import type { Language } from '@ateneu/kernel';

/** What every message says besides its own content, in each language. Catalan addresses people as «vós». */
export interface Frame {
  greeting: (name: string | undefined) => string;
  signature: readonly string[];
  /** Where the foot begins. */
  sentBy: string;
  /** Stands before the address of the action, for programs that show no buttons. */
  actionAddress: string;
  /** Stands before the link to the reader's own page, where the message is essential, and where it is not. */
  own: { essential: string; optional: string };
}

const ateneu = 'Ateneu Cooperatiu de L’Hospitalet';

/** The frame of a message in each language. */
export const frames: Readonly<Record<Language, Frame>> = {
  ca: {
    greeting: (name) => (name === undefined ? 'Hola:' : `Hola, ${name}:`),
    signature: ['Salut i cooperació,', `L’equip de l’${ateneu}`],
    sentBy: `Aquest missatge us l’envia l’${ateneu}.`,
    actionAddress: 'Si el botó no funciona, copieu aquesta adreça al navegador:',
    own: {
      essential: 'Què us hem enviat i què voleu rebre:',
      optional: 'Si no voleu més missatges com aquest, ho podeu dir aquí:',
    },
  },
  es: {
    greeting: (name) => (name === undefined ? 'Hola:' : `Hola, ${name}:`),
    signature: ['Un saludo cordial,', `El equipo del ${ateneu}`],
    sentBy: `Este mensaje se lo envía el ${ateneu}.`,
    actionAddress: 'Si el botón no funciona, copie esta dirección en el navegador:',
    own: {
      essential: 'Qué le hemos enviado y qué quiere recibir:',
      optional: 'Si no quiere más mensajes como este, puede decirlo aquí:',
    },
  },
  en: {
    greeting: (name) => (name === undefined ? 'Hello,' : `Hello ${name},`),
    signature: ['Best wishes,', `The team of the ${ateneu}`],
    sentBy: `This message was sent to you by the ${ateneu}.`,
    actionAddress: 'If the button does not work, copy this address into your browser:',
    own: {
      essential: 'What we have sent you, and what you want:',
      optional: 'If you want no more messages like this one, say so here:',
    },
  },
};
