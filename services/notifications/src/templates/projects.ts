import { accompanimentAssigned, projectMemberInvited, retentionWarningDue } from '@ateneu/events';

import { becauseAsked } from './intake-facts.ts';
import { defineTemplate } from './mail-template.ts';

/** Invites a person to the group of a project. */
export const projectMemberInvitedMail = defineTemplate(projectMemberInvited, {
  kind: 'project-member-invited',
  title: 'Somebody is invited to the group of a project',
  recipient: (data) => data.personal,
  texts: {
    ca: ({ personal, expiresAt }, { moment }) => ({
      subject: 'Us conviden a un projecte que acompanya l’Ateneu',
      paragraphs: [
        'Us conviden a formar part del grup d’un projecte que l’Ateneu acompanya. Podeu acceptar o rebutjar la invitació.',
      ],
      facts: [
        ['Projecte', personal.projectName],
        ['Us hi convida', personal.invitedBy],
        ['L’enllaç serveix fins al', moment(expiresAt)],
      ],
      action: { label: 'Mira la invitació', url: personal.inviteUrl },
      closing: ['Si no en sabeu res, no cal que feu res.'],
      because: 'El rebeu perquè algú del grup ens va donar aquesta adreça per convidar-vos.',
    }),
    es: ({ personal, expiresAt }, { moment }) => ({
      subject: 'Le invitan a un proyecto que acompaña el Ateneu',
      paragraphs: [
        'Le invitan a formar parte del grupo de un proyecto que el Ateneu acompaña. Puede aceptar o rechazar la invitación.',
      ],
      facts: [
        ['Proyecto', personal.projectName],
        ['Le invita', personal.invitedBy],
        ['El enlace sirve hasta', moment(expiresAt)],
      ],
      action: { label: 'Ver la invitación', url: personal.inviteUrl },
      closing: ['Si no sabe nada de ello, no hace falta que haga nada.'],
      because: 'Lo recibe porque alguien del grupo nos dio esta dirección para invitarle.',
    }),
    en: ({ personal, expiresAt }, { moment }) => ({
      subject: 'You are invited to a project that the Ateneu supports',
      paragraphs: [
        'You are invited to join the group of a project that the Ateneu supports. You can accept or decline.',
      ],
      facts: [
        ['Project', personal.projectName],
        ['Invited by', personal.invitedBy],
        ['The link works until', moment(expiresAt)],
      ],
      action: { label: 'See the invitation', url: personal.inviteUrl },
      closing: ['If you know nothing of it, there is nothing to do.'],
      because: 'You received it because somebody of the group gave us this address to invite you.',
    }),
  },
});

/** Tells the contact of a project who accompanies it from now on. */
export const accompanimentAssignedMail = defineTemplate(accompanimentAssigned, {
  kind: 'accompaniment-assigned',
  title: 'A project has another technician',
  recipient: (data) => data.personal.contact,
  texts: {
    ca: ({ personal }) => ({
      subject: 'Qui acompanya el vostre projecte des d’ara',
      paragraphs: [`Des d’ara us acompanya ${personal.technician.name}, que es posarà en contacte amb vós.`],
      facts: [['Projecte', personal.contact?.projectName ?? '']],
      because: becauseAsked.ca,
    }),
    es: ({ personal }) => ({
      subject: 'Quién acompaña su proyecto desde ahora',
      paragraphs: [`Desde ahora le acompaña ${personal.technician.name}, que se pondrá en contacto con usted.`],
      facts: [['Proyecto', personal.contact?.projectName ?? '']],
      because: becauseAsked.es,
    }),
    en: ({ personal }) => ({
      subject: 'Who supports your project from now on',
      paragraphs: [`From now on ${personal.technician.name} supports you, and will be in touch.`],
      facts: [['Project', personal.contact?.projectName ?? '']],
      because: becauseAsked.en,
    }),
  },
});

/** Tells a person that what is kept of them will be made anonymous, unless they want it kept. */
export const retentionWarningMail = defineTemplate(retentionWarningDue, {
  kind: 'retention-warning',
  title: 'What is kept of a person will be made anonymous',
  recipient: (data) => data.personal,
  texts: {
    ca: ({ personal, dueOn }, { date }) => ({
      subject: 'Esborrarem les dades del vostre projecte',
      paragraphs: [
        'Fa molt de temps que no hi ha res de nou al vostre projecte, i no guardem dades personals més del que cal.',
        `El ${date(dueOn)} farem anònim el que en tenim. Si voleu que ho guardem, responeu aquest missatge abans d’aquell dia.`,
      ],
      facts: [['Projecte', personal.projectName]],
      because: becauseAsked.ca,
    }),
    es: ({ personal, dueOn }, { date }) => ({
      subject: 'Borraremos los datos de su proyecto',
      paragraphs: [
        'Hace mucho tiempo que no hay nada nuevo en su proyecto, y no guardamos datos personales más de lo necesario.',
        `El ${date(dueOn)} haremos anónimo lo que tenemos. Si quiere que lo guardemos, responda a este mensaje antes de ese día.`,
      ],
      facts: [['Proyecto', personal.projectName]],
      because: becauseAsked.es,
    }),
    en: ({ personal, dueOn }, { date }) => ({
      subject: 'We will erase the data of your project',
      paragraphs: [
        'Nothing has happened to your project for long, and we keep no personal data longer than is needed.',
        `On ${date(dueOn)} what we have is made anonymous. If you want it kept, reply to this message before then.`,
      ],
      facts: [['Project', personal.projectName]],
      because: becauseAsked.en,
    }),
  },
});
