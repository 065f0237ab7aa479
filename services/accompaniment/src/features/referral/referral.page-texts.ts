import type { Language } from '@ateneu/kernel';

import type { ReferralStatus } from './referral-transitions.ts';

/** The words of the page on which a partner answers a referral. */
export interface ReferralTexts {
  title: string;
  /** What is to be done in each state; empty where the facts say it all. */
  states: Record<ReferralStatus, string>;
  consentWithdrawn: string;
  state: string;
  modality: string;
  project: string;
  description: string;
  sector: string;
  neighbourhood: string;
  groupSize: string;
  person: string;
  email: string;
  phone: string;
  reason: string;
  outcome: string;
  note: string;
  download: string;
  open: string;
  accept: string;
  decline: string;
  start: string;
  close: string;
  withdrawConsent: string;
  withdrawConsentSure: string;
}

const ended = { rerouted: '', closed: '', draft: '' };

export const referralTexts: Record<Language, ReferralTexts> = {
  ca: {
    title: 'Derivació de l’ateneu',
    states: {
      ...ended,
      sent: 'L’ateneu us deriva un projecte. Obriu el cas per veure’l i respondre.',
      received: 'Llegiu el cas i digueu si l’accepteu. Les dades de contacte es mostren quan l’heu acceptat.',
      accepted: 'Heu acceptat el projecte. Poseu-vos en contacte amb la persona i digueu quan comenceu.',
      'in-progress': 'Esteu treballant amb el projecte. Quan acabeu, digueu-nos el resultat.',
      declined: 'Heu declinat la derivació. Gràcies per respondre.',
      withdrawn: 'L’ateneu ha retirat la derivació: no cal que feu res més.',
      expired: 'La derivació ha caducat perquè no s’ha respost a temps.',
    },
    consentWithdrawn:
      'La persona ha retirat el consentiment: deixeu d’utilitzar les seves dades i esborreu-les. La derivació només es pot tancar.',
    state: 'Estat',
    modality: 'Modalitat',
    project: 'Projecte',
    description: 'Descripció',
    sector: 'Sector',
    neighbourhood: 'Barri',
    groupSize: 'Persones del grup',
    person: 'Persona de contacte',
    email: 'Correu electrònic',
    phone: 'Telèfon',
    reason: 'Motiu',
    outcome: 'Resultat',
    note: 'Comentari per a la persona (opcional; se li envia tal com l’escriviu)',
    download: 'Baixa el document',
    open: 'Obre el cas',
    accept: 'Accepta la derivació',
    decline: 'Declina la derivació',
    start: 'Hem començat a treballar-hi',
    close: 'Tanca la derivació',
    withdrawConsent: 'La persona ha retirat el consentiment',
    withdrawConsentSure: 'A partir d’ara no veureu les seves dades, i les haureu d’esborrar.',
  },
  es: {
    title: 'Derivación del ateneu',
    states: {
      ...ended,
      sent: 'El ateneu le deriva un proyecto. Abra el caso para verlo y responder.',
      received: 'Lea el caso y diga si lo acepta. Los datos de contacto se muestran cuando lo ha aceptado.',
      accepted: 'Ha aceptado el proyecto. Póngase en contacto con la persona y diga cuándo empieza.',
      'in-progress': 'Está trabajando con el proyecto. Cuando termine, díganos el resultado.',
      declined: 'Ha declinado la derivación. Gracias por responder.',
      withdrawn: 'El ateneu ha retirado la derivación: no tiene que hacer nada más.',
      expired: 'La derivación ha caducado porque no se ha respondido a tiempo.',
    },
    consentWithdrawn:
      'La persona ha retirado el consentimiento: deje de utilizar sus datos y bórrelos. La derivación solo se puede cerrar.',
    state: 'Estado',
    modality: 'Modalidad',
    project: 'Proyecto',
    description: 'Descripción',
    sector: 'Sector',
    neighbourhood: 'Barrio',
    groupSize: 'Personas del grupo',
    person: 'Persona de contacto',
    email: 'Correo electrónico',
    phone: 'Teléfono',
    reason: 'Motivo',
    outcome: 'Resultado',
    note: 'Comentario para la persona (opcional; se le envía tal como lo escriba)',
    download: 'Descargar el documento',
    open: 'Abrir el caso',
    accept: 'Aceptar la derivación',
    decline: 'Declinar la derivación',
    start: 'Hemos empezado a trabajar en él',
    close: 'Cerrar la derivación',
    withdrawConsent: 'La persona ha retirado el consentimiento',
    withdrawConsentSure: 'A partir de ahora no verá sus datos, y deberá borrarlos.',
  },
  en: {
    title: 'A referral from the ateneu',
    states: {
      ...ended,
      sent: 'The ateneu refers a project to you. Open the case to see it and answer.',
      received: 'Read the case and say whether you take it on. You see how to reach the person once you have.',
      accepted: 'You took the project on. Get in touch with the person, and say when you begin.',
      'in-progress': 'You are working with the project. When you are done, tell us what came of it.',
      declined: 'You declined the referral. Thank you for answering.',
      withdrawn: 'The ateneu took the referral back: there is nothing left to do.',
      expired: 'The referral expired, because nobody answered in time.',
    },
    consentWithdrawn:
      'The person took their consent back: stop using their data and delete it. The referral can only be ended.',
    state: 'State',
    modality: 'Modality',
    project: 'Project',
    description: 'Description',
    sector: 'Sector',
    neighbourhood: 'Neighbourhood',
    groupSize: 'People in the group',
    person: 'Person to contact',
    email: 'E-mail',
    phone: 'Telephone',
    reason: 'Reason',
    outcome: 'Outcome',
    note: 'Comment for the person (optional; sent word for word)',
    download: 'Download the document',
    open: 'Open the case',
    accept: 'Accept the referral',
    decline: 'Decline the referral',
    start: 'We began to work on it',
    close: 'Close the referral',
    withdrawConsent: 'The person took their consent back',
    withdrawConsentSure: 'From now on you will not see their data, and must delete it.',
  },
};
