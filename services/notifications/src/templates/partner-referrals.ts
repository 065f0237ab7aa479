import {
  consentWithdrawn,
  modalityTerms,
  partnerCredentialsRotated,
  referralReminderDue,
  referralSent,
} from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

import { defineTemplate, type Fact } from './mail-template.ts';
import { factIf, labelOf } from './wording.ts';

/** Partners are told of a referral by its numbers, never who the person is. */
const because: Record<Language, string> = {
  ca: 'El rebeu perquè la vostra entitat col·labora amb l’Ateneu en les derivacions de projectes.',
  es: 'Lo recibe porque su entidad colabora con el Ateneu en las derivaciones de proyectos.',
  en: 'You received it because your organisation works with the Ateneu on referrals of projects.',
};
const labels: Record<Language, { referral: string; reference: string; modality: string }> = {
  ca: { referral: 'Derivació', reference: 'La vostra referència', modality: 'Acompanyament' },
  es: { referral: 'Derivación', reference: 'Su referencia', modality: 'Acompañamiento' },
  en: { referral: 'Referral', reference: 'Your reference', modality: 'Support' },
};

const referralFacts = (
  language: Language,
  data: { referralId: string; partnerReference?: string | undefined; modality?: string },
): Fact[] => {
  const { referral, reference, modality } = labels[language];
  const label = data.modality === undefined ? undefined : labelOf(modalityTerms, data.modality, language);
  return [
    [referral, data.referralId],
    ...factIf(reference, data.partnerReference || undefined),
    ...factIf(modality, label?.toLowerCase()),
  ];
};
const answerAt = (label: string, url: string | undefined) => (url === undefined ? {} : { action: { label, url } });

/** Tells a partner that a project is referred to it, with its link to answer. */
export const referralSentToPartnerMail = defineTemplate(referralSent, {
  kind: 'referral-sent-partner',
  title: 'A project is referred to a partner: to the partner',
  recipient: (data) => (data.direction === 'outbound' ? data.personal?.receiver : undefined),
  texts: {
    ca: (data, { moment }) => ({
      subject: 'L’Ateneu us deriva un projecte',
      paragraphs: [
        'L’Ateneu Cooperatiu us deriva un projecte, amb el consentiment de la persona. Mireu-lo i digueu-nos si el podeu acollir.',
      ],
      facts: [
        ...referralFacts('ca', data),
        ...(data.answerUntil === undefined ? [] : ([['Podeu respondre fins al', moment(data.answerUntil)]] as const)),
      ],
      ...answerAt('Mira el cas i respon', data.personal?.answerUrl),
      closing: ['També podeu respondre per l’API de col·laboradors.'],
      because: because.ca,
    }),
    es: (data, { moment }) => ({
      subject: 'El Ateneu le deriva un proyecto',
      paragraphs: [
        'El Ateneu Cooperatiu le deriva un proyecto, con el consentimiento de la persona. Mírelo y díganos si puede acogerlo.',
      ],
      facts: [
        ...referralFacts('es', data),
        ...(data.answerUntil === undefined ? [] : ([['Puede responder hasta', moment(data.answerUntil)]] as const)),
      ],
      ...answerAt('Ver el caso y responder', data.personal?.answerUrl),
      closing: ['También puede responder por la API de colaboradores.'],
      because: because.es,
    }),
    en: (data, { moment }) => ({
      subject: 'The Ateneu refers a project to you',
      paragraphs: [
        'The Ateneu refers a project to you, with the person’s consent. Look at it and tell us whether you can take it on.',
      ],
      facts: [
        ...referralFacts('en', data),
        ...(data.answerUntil === undefined ? [] : ([['You can answer until', moment(data.answerUntil)]] as const)),
      ],
      ...answerAt('See the case and answer', data.personal?.answerUrl),
      closing: ['You can also answer through the partner API.'],
      because: because.en,
    }),
  },
});

/** Reminds a partner of a referral that it has not answered. */
export const referralReminderMail = defineTemplate(referralReminderDue, {
  kind: 'referral-reminder-partner',
  title: 'A referral waits for the partner’s answer',
  recipient: (data) => (data.waitsFor === 'partner' ? data.personal?.receiver : undefined),
  texts: {
    ca: (data, { date }) => ({
      subject: 'Una derivació de l’Ateneu espera la vostra resposta',
      paragraphs: ['Us vam derivar un projecte i encara no sabem si el podeu acollir. La persona espera una resposta.'],
      facts: [...referralFacts('ca', data), ['Espera des del', date(data.sentAt)]],
      ...answerAt('Mira el cas i respon', data.personal?.answerUrl),
      because: because.ca,
    }),
    es: (data, { date }) => ({
      subject: 'Una derivación del Ateneu espera su respuesta',
      paragraphs: ['Le derivamos un proyecto y todavía no sabemos si puede acogerlo. La persona espera una respuesta.'],
      facts: [...referralFacts('es', data), ['Espera desde el', date(data.sentAt)]],
      ...answerAt('Ver el caso y responder', data.personal?.answerUrl),
      because: because.es,
    }),
    en: (data, { date }) => ({
      subject: 'A referral from the Ateneu waits for your answer',
      paragraphs: [
        'We referred a project to you and do not know yet whether you can take it on. The person is waiting.',
      ],
      facts: [...referralFacts('en', data), ['Waiting since', date(data.sentAt)]],
      ...answerAt('See the case and answer', data.personal?.answerUrl),
      because: because.en,
    }),
  },
});

/** Tells a partner to delete what it has of a person who took their consent back. */
export const consentWithdrawnMail = defineTemplate(consentWithdrawn, {
  kind: 'consent-withdrawn-partner',
  title: 'A consent was withdrawn: to the partner',
  recipient: (data) => data.personal?.receiver,
  texts: {
    ca: (data, { moment }) => ({
      subject: 'Elimineu les dades d’una derivació: consentiment retirat',
      paragraphs: [
        'La persona d’aquesta derivació ha retirat el consentiment per compartir les seves dades. Deixeu de fer-les servir i elimineu-les, també de les còpies.',
      ],
      facts: [...referralFacts('ca', data), ['Retirat', moment(data.withdrawnAt)]],
      closing: ['Si ja no en teniu cap dada, no cal que feu res més.'],
      because: because.ca,
    }),
    es: (data, { moment }) => ({
      subject: 'Elimine los datos de una derivación: consentimiento retirado',
      paragraphs: [
        'La persona de esta derivación ha retirado el consentimiento para compartir sus datos. Deje de usarlos y elimínelos, también de las copias.',
      ],
      facts: [...referralFacts('es', data), ['Retirado', moment(data.withdrawnAt)]],
      closing: ['Si ya no tiene ningún dato, no hace falta que haga nada más.'],
      because: because.es,
    }),
    en: (data, { moment }) => ({
      subject: 'Delete the data of a referral: consent withdrawn',
      paragraphs: [
        'The person of this referral took back the consent to share their data. Stop using it and delete it, from copies too.',
      ],
      facts: [...referralFacts('en', data), ['Withdrawn', moment(data.withdrawnAt)]],
      closing: ['If you have none of it any more, there is nothing else to do.'],
      because: because.en,
    }),
  },
});

/** Tells a partner that it has new credentials, so that it notices when it did not ask for them. */
export const partnerCredentialsRotatedMail = defineTemplate(partnerCredentialsRotated, {
  kind: 'partner-credentials-rotated',
  title: 'A partner has new credentials',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { moment }) => ({
      subject: 'La vostra entitat té credencials noves',
      paragraphs: [
        data.by === 'partner'
          ? 'Algú de la vostra entitat ha renovat les credencials amb què us connecteu a la plataforma.'
          : 'L’equip de l’Ateneu ha lliurat credencials noves a la vostra entitat per connectar-se a la plataforma.',
        data.validUntil === undefined
          ? 'Les anteriors ja no funcionen.'
          : `Les anteriors funcionen fins al ${moment(data.validUntil)}.`,
      ],
      closing: [
        'Si no ha estat cosa vostra, truqueu a l’Ateneu de seguida. Aquest missatge no porta cap clau ni cap secret.',
      ],
      because: because.ca,
    }),
    es: (data, { moment }) => ({
      subject: 'Su entidad tiene credenciales nuevas',
      paragraphs: [
        data.by === 'partner'
          ? 'Alguien de su entidad ha renovado las credenciales con las que se conectan a la plataforma.'
          : 'El equipo del Ateneu ha entregado credenciales nuevas a su entidad para conectarse a la plataforma.',
        data.validUntil === undefined
          ? 'Las anteriores ya no funcionan.'
          : `Las anteriores funcionan hasta ${moment(data.validUntil)}.`,
      ],
      closing: [
        'Si no ha sido cosa suya, llame al Ateneu enseguida. Este mensaje no lleva ninguna clave ni ningún secreto.',
      ],
      because: because.es,
    }),
    en: (data, { moment }) => ({
      subject: 'Your organisation has new credentials',
      paragraphs: [
        data.by === 'partner'
          ? 'Somebody at your organisation renewed the credentials with which you connect to the platform.'
          : 'The Ateneu’s team handed new credentials for the platform to your organisation.',
        data.validUntil === undefined
          ? 'The earlier ones no longer work.'
          : `The earlier ones work until ${moment(data.validUntil)}.`,
      ],
      closing: ['If this was not your doing, call the Ateneu at once. There is no key and no secret in this message.'],
      because: because.en,
    }),
  },
});
