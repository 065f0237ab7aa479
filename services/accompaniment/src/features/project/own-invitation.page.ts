import type { Language } from '@ateneu/kernel';
import type { SelfServicePage } from '@ateneu/service-kit';

import type { MemberStatus } from './project.ts';

/** What a person who is invited may see. */
export interface OwnInvitation {
  status: MemberStatus;
  projectName: string;
  invitedBy: string;
}

interface Texts {
  title: string;
  states: Record<MemberStatus, string>;
  project: string;
  invitedBy: string;
  accept: string;
  decline: string;
  sure: string;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: 'Invitació a un projecte',
    states: {
      invited: 'Us conviden a formar part del grup d’aquest projecte, que acompanya l’ateneu.',
      active: 'Formeu part del grup d’aquest projecte.',
      declined: 'Heu declinat la invitació. No us tornarem a escriure per això.',
      left: 'Ja no formeu part del grup d’aquest projecte.',
    },
    project: 'Projecte',
    invitedBy: 'Us convida',
    accept: 'Accepta la invitació',
    decline: 'Declina la invitació',
    sure: 'Segur que no voleu formar part del grup?',
  },
  es: {
    title: 'Invitación a un proyecto',
    states: {
      invited: 'Le invitan a formar parte del grupo de este proyecto, que acompaña el ateneu.',
      active: 'Forma parte del grupo de este proyecto.',
      declined: 'Ha declinado la invitación. No volveremos a escribirle por esto.',
      left: 'Ya no forma parte del grupo de este proyecto.',
    },
    project: 'Proyecto',
    invitedBy: 'Le invita',
    accept: 'Aceptar la invitación',
    decline: 'Declinar la invitación',
    sure: '¿Seguro que no quiere formar parte del grupo?',
  },
  en: {
    title: 'Invitation to a project',
    states: {
      invited: 'You are invited to be part of the group of this project, which the ateneu accompanies.',
      active: 'You are part of the group of this project.',
      declined: 'You declined the invitation. We will not write to you about it again.',
      left: 'You are no longer part of the group of this project.',
    },
    project: 'Project',
    invitedBy: 'Invited by',
    accept: 'Accept the invitation',
    decline: 'Decline the invitation',
    sure: 'Are you sure that you do not want to be part of the group?',
  },
};

/** The page on which a person accepts or declines an invitation. */
export function ownInvitationPage(language: Language, invitation: OwnInvitation, secret: string): SelfServicePage {
  const text = texts[language];
  return {
    language,
    title: text.title,
    paragraphs: [text.states[invitation.status]],
    facts: [
      { name: text.project, value: invitation.projectName },
      { name: text.invitedBy, value: invitation.invitedBy },
    ],
    actions:
      invitation.status === 'invited'
        ? [
            { label: text.accept, method: 'post', href: `${secret}/accept` },
            { label: text.decline, method: 'post', href: `${secret}/decline`, confirm: text.sure },
          ]
        : [],
  };
}
