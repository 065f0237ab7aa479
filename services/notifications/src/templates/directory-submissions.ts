import {
  correctionAccepted,
  correctionProposed,
  correctionRejected,
  correctionRejectionReasons,
  submissionConfirmationRequested,
} from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

import { defineTemplate } from './mail-template.ts';
import { factIf, labelOf } from './wording.ts';

const because: Record<Language, string> = {
  ca: 'El rebeu perquè algú va fer servir aquesta adreça per proposar una informació al directori.',
  es: 'Lo recibe porque alguien usó esta dirección para proponer una información al directorio.',
  en: 'You received it because somebody used this address to propose information for the directory.',
};

/** Asks a person to confirm what they proposed; until then nobody looks at it. */
export const submissionConfirmationMail = defineTemplate(submissionConfirmationRequested, {
  kind: 'submission-confirmation',
  title: 'A proposal or a correction is to be confirmed',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { text, moment }) => ({
      subject: `Confirmeu la vostra proposta: ${text(data.name)}`,
      paragraphs: [
        data.kind === 'correction'
          ? 'Hem rebut una correcció vostra per al directori. Abans de mirar-la ens cal saber que aquesta adreça és vostra.'
          : 'Hem rebut la vostra proposta per al directori. Abans de mirar-la ens cal saber que aquesta adreça és vostra.',
      ],
      facts: [
        ['Iniciativa', text(data.name)],
        ['L’enllaç serveix fins al', moment(data.expiresAt)],
      ],
      action: { label: 'Confirma la proposta', url: data.personal.confirmUrl },
      closing: ['Si no heu estat vós, no cal que feu res: s’esborrarà sola.'],
      because: because.ca,
    }),
    es: (data, { text, moment }) => ({
      subject: `Confirme su propuesta: ${text(data.name)}`,
      paragraphs: [
        data.kind === 'correction'
          ? 'Hemos recibido una corrección suya para el directorio. Antes de mirarla necesitamos saber que esta dirección es suya.'
          : 'Hemos recibido su propuesta para el directorio. Antes de mirarla necesitamos saber que esta dirección es suya.',
      ],
      facts: [
        ['Iniciativa', text(data.name)],
        ['El enlace sirve hasta', moment(data.expiresAt)],
      ],
      action: { label: 'Confirmar la propuesta', url: data.personal.confirmUrl },
      closing: ['Si no ha sido usted, no hace falta que haga nada: se borrará sola.'],
      because: because.es,
    }),
    en: (data, { text, moment }) => ({
      subject: `Confirm your proposal: ${text(data.name)}`,
      paragraphs: [
        data.kind === 'correction'
          ? 'We have received a correction from you for the directory. Before we look at it we need to know that this address is yours.'
          : 'We have received your proposal for the directory. Before we look at it we need to know that this address is yours.',
      ],
      facts: [
        ['Initiative', text(data.name)],
        ['The link works until', moment(data.expiresAt)],
      ],
      action: { label: 'Confirm the proposal', url: data.personal.confirmUrl },
      closing: ['If it was not you, there is nothing to do: it is erased by itself.'],
      because: because.en,
    }),
  },
});

/** Thanks whoever proposed a correction. */
export const correctionProposedMail = defineTemplate(correctionProposed, {
  kind: 'correction-proposed',
  title: 'A correction waits to be looked at',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { text }) => ({
      subject: `Gràcies per la correcció: ${text(data.name)}`,
      paragraphs: ['Hem rebut la vostra correcció i la mirarem aviat. Us direm què n’hem fet.'],
      facts: [['Iniciativa', text(data.name)]],
      because: because.ca,
    }),
    es: (data, { text }) => ({
      subject: `Gracias por la corrección: ${text(data.name)}`,
      paragraphs: ['Hemos recibido su corrección y la miraremos pronto. Le diremos qué hemos hecho con ella.'],
      facts: [['Iniciativa', text(data.name)]],
      because: because.es,
    }),
    en: (data, { text }) => ({
      subject: `Thank you for the correction: ${text(data.name)}`,
      paragraphs: ['We have your correction and will look at it soon. We will tell you what became of it.'],
      facts: [['Initiative', text(data.name)]],
      because: because.en,
    }),
  },
});

const isWhole = (data: { fields: readonly string[]; accepted: readonly string[] }): boolean =>
  data.fields.every((field) => data.accepted.includes(field));

/** Tells who proposed a correction that it was applied, whole or in part. */
export const correctionAcceptedMail = defineTemplate(correctionAccepted, {
  kind: 'correction-accepted',
  title: 'A correction was applied',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { text, initiativePage }) => ({
      subject: `Hem aplicat la vostra correcció: ${text(data.name)}`,
      paragraphs: [
        isWhole(data)
          ? 'Hem aplicat la vostra correcció. Gràcies per ajudar-nos a tenir el directori al dia.'
          : 'Hem aplicat una part de la vostra correcció. Gràcies per ajudar-nos a tenir el directori al dia.',
      ],
      facts: [['Iniciativa', text(data.name)], ...factIf('Us diem', data.note || undefined)],
      ...actionTo('Mireu com ha quedat', data.slug === undefined ? undefined : initiativePage(data.slug)),
      because: because.ca,
    }),
    es: (data, { text, initiativePage }) => ({
      subject: `Hemos aplicado su corrección: ${text(data.name)}`,
      paragraphs: [
        isWhole(data)
          ? 'Hemos aplicado su corrección. Gracias por ayudarnos a tener el directorio al día.'
          : 'Hemos aplicado una parte de su corrección. Gracias por ayudarnos a tener el directorio al día.',
      ],
      facts: [['Iniciativa', text(data.name)], ...factIf('Le decimos', data.note || undefined)],
      ...actionTo('Vea cómo ha quedado', data.slug === undefined ? undefined : initiativePage(data.slug)),
      because: because.es,
    }),
    en: (data, { text, initiativePage }) => ({
      subject: `Your correction was applied: ${text(data.name)}`,
      paragraphs: [
        isWhole(data)
          ? 'We have applied your correction. Thank you for helping to keep the directory right.'
          : 'We have applied a part of your correction. Thank you for helping to keep the directory right.',
      ],
      facts: [['Initiative', text(data.name)], ...factIf('Our note', data.note || undefined)],
      ...actionTo('See it as it is now', data.slug === undefined ? undefined : initiativePage(data.slug)),
      because: because.en,
    }),
  },
});

/** Tells who proposed a correction that it was not applied, and why. */
export const correctionRejectedMail = defineTemplate(correctionRejected, {
  kind: 'correction-rejected',
  title: 'A correction was not applied',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { text }) => ({
      subject: `Sobre la vostra correcció: ${text(data.name)}`,
      paragraphs: ['Hem mirat la vostra correcció i aquesta vegada no l’hem aplicada. Gràcies per fer-nos-la arribar.'],
      facts: [
        ['Iniciativa', text(data.name)],
        ...factIf('Motiu', labelOf(correctionRejectionReasons, data.reasonCode, 'ca')),
        ...factIf('Us diem', data.note || undefined),
      ],
      closing: ['Si creieu que ens equivoquem, responeu aquest missatge.'],
      because: because.ca,
    }),
    es: (data, { text }) => ({
      subject: `Sobre su corrección: ${text(data.name)}`,
      paragraphs: ['Hemos mirado su corrección y esta vez no la hemos aplicado. Gracias por hacérnosla llegar.'],
      facts: [
        ['Iniciativa', text(data.name)],
        ...factIf('Motivo', labelOf(correctionRejectionReasons, data.reasonCode, 'es')),
        ...factIf('Le decimos', data.note || undefined),
      ],
      closing: ['Si cree que nos equivocamos, responda a este mensaje.'],
      because: because.es,
    }),
    en: (data, { text }) => ({
      subject: `About your correction: ${text(data.name)}`,
      paragraphs: ['We have looked at your correction and have not applied it this time. Thank you for sending it.'],
      facts: [
        ['Initiative', text(data.name)],
        ...factIf('Reason', labelOf(correctionRejectionReasons, data.reasonCode, 'en')),
        ...factIf('Our note', data.note || undefined),
      ],
      closing: ['If you think that we are wrong, reply to this message.'],
      because: because.en,
    }),
  },
});

function actionTo(label: string, url: string | undefined): { action?: { label: string; url: string } } {
  return url === undefined ? {} : { action: { label, url } };
}
