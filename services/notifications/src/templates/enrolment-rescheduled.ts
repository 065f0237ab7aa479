import { type DataOf, enrolmentRescheduled } from '@ateneu/events';
import type { Language } from '@ateneu/kernel';

import { defineTemplate, type Fact, type Known, type MailContent, type TextTools } from './mail-template.ts';
import { becauseEnrolled, sessionFacts } from './session-facts.ts';
import { factIf } from './wording.ts';

/** Which of both the person has, and so keeps. */
type Holding = 'place' | 'turn';

interface Wording {
  subject: (title: string) => string;
  changed: string;
  kept: Record<Holding, string>;
  labels: { before: string; beforeWhere: string; why: string };
  action: string;
  closing: Record<Holding, string>;
}

const wordings: Record<Language, Wording> = {
  ca: {
    subject: (title) => `Canvi de data o de lloc: ${title}`,
    changed: 'Hi ha un canvi en una activitat a la qual us vau inscriure. Mireu quan i on es farà ara.',
    kept: {
      place: 'Us guardem la plaça. Digueu-nos, si us plau, si el canvi us va bé.',
      turn: 'Conserveu el vostre torn a la llista d’espera. Digueu-nos, si us plau, si el canvi us va bé.',
    },
    labels: { before: 'Abans, quan', beforeWhere: 'Abans, on', why: 'Motiu' },
    action: 'Mantén o anul·la la inscripció',
    closing: {
      place:
        'Si no podeu venir, anul·leu la inscripció amb aquest enllaç: una altra persona podrà aprofitar la plaça. Si no ens dieu res, us esperem.',
      turn: 'Si el canvi no us va bé, anul·leu la inscripció amb aquest enllaç. Si no ens dieu res, continueu a la llista.',
    },
  },
  es: {
    subject: (title) => `Cambio de fecha o de lugar: ${title}`,
    changed: 'Hay un cambio en una actividad en la que se inscribió. Mire cuándo y dónde se hará ahora.',
    kept: {
      place: 'Le guardamos la plaza. Díganos, por favor, si el cambio le va bien.',
      turn: 'Conserva su turno en la lista de espera. Díganos, por favor, si el cambio le va bien.',
    },
    labels: { before: 'Antes, cuándo', beforeWhere: 'Antes, dónde', why: 'Motivo' },
    action: 'Mantener o anular la inscripción',
    closing: {
      place:
        'Si no puede venir, anule la inscripción con este enlace: otra persona podrá aprovechar la plaza. Si no nos dice nada, le esperamos.',
      turn: 'Si el cambio no le va bien, anule la inscripción con este enlace. Si no nos dice nada, sigue en la lista.',
    },
  },
  en: {
    subject: (title) => `New date or place: ${title}`,
    changed: 'There is a change in an activity you enrolled in. See when and where it takes place now.',
    kept: {
      place: 'Your place is kept. Please tell us whether the change suits you.',
      turn: 'You keep your turn on the waiting list. Please tell us whether the change suits you.',
    },
    labels: { before: 'When it was', beforeWhere: 'Where it was', why: 'Reason' },
    action: 'Keep or cancel the enrolment',
    closing: {
      place:
        'If you cannot come, cancel with this link: somebody else will be able to use the place. If you say nothing, we expect you.',
      turn: 'If the change does not suit you, cancel with this link. If you say nothing, you stay on the list.',
    },
  },
};

type Data = Known<DataOf<typeof enrolmentRescheduled>>;

/** What had been announced, as far as it is no longer so. */
function previousFacts({ labels }: Wording, { previous, ...now }: Data, { period }: TextTools): Fact[] {
  const sameTime = previous.startsAt === now.startsAt && previous.endsAt === now.endsAt;
  const venue = previous.venue === now.venue ? undefined : previous.venue;
  return [
    ...factIf(labels.before, sameTime ? undefined : period(previous.startsAt, previous.endsAt)),
    ...factIf(labels.beforeWhere, venue || undefined),
  ];
}

function contentIn(language: Language, data: Data, tools: TextTools): MailContent {
  const wording = wordings[language];
  const holding: Holding = data.status === 'waiting' ? 'turn' : 'place';
  return {
    subject: wording.subject(tools.text(data.title)),
    paragraphs: [wording.changed, wording.kept[holding]],
    facts: [
      ...sessionFacts(language, data, tools),
      ...previousFacts(wording, data, tools),
      [wording.labels.why, tools.text(data.reason)],
    ],
    action: { label: wording.action, url: data.personal.manageUrl },
    closing: [wording.closing[holding]],
    because: becauseEnrolled[language],
  };
}

/** Tells a person that the session they enrolled in moved, and asks whether that suits them. */
export const enrolmentRescheduledMail = defineTemplate(enrolmentRescheduled, {
  kind: 'enrolment-rescheduled',
  title: 'The session of an enrolment moved',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, tools) => contentIn('ca', data, tools),
    es: (data, tools) => contentIn('es', data, tools),
    en: (data, tools) => contentIn('en', data, tools),
  },
});
