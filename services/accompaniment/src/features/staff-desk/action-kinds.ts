/** What asks for something to be done, and why, as people read it. `{days}` is since when, or until when. */
export const actionKinds = {
  'intake-unread': {
    ca: 'Petició sense atendre des de fa {days} dies',
    es: 'Petición sin atender desde hace {days} días',
    en: 'Request not looked at for {days} days',
  },
  'meeting-undecided': {
    ca: 'L’acollida es va fer fa {days} dies i cal decidir què se’n fa',
    es: 'La acogida se hizo hace {days} días y hay que decidir qué se hace',
    en: 'The first meeting was {days} days ago, and is to be decided on',
  },
  'referral-unanswered': {
    ca: 'Derivació que espera la resposta de l’ateneu des de fa {days} dies',
    es: 'Derivación que espera la respuesta del ateneu desde hace {days} días',
    en: 'Referral that has waited for the ateneu’s answer for {days} days',
  },
  'referral-to-start': {
    ca: 'Derivació acceptada fa {days} dies i encara sense acompanyament',
    es: 'Derivación aceptada hace {days} días y todavía sin acompañamiento',
    en: 'Referral accepted {days} days ago, without an accompaniment yet',
  },
  'partner-silent': {
    ca: 'L’entitat no respon la derivació des de fa {days} dies',
    es: 'La entidad no responde la derivación desde hace {days} días',
    en: 'The partner has not answered the referral for {days} days',
  },
  'accompaniment-to-start': {
    ca: 'Acompanyament planificat fa {days} dies i sense començar',
    es: 'Acompañamiento planificado hace {days} días y sin empezar',
    en: 'Accompaniment planned {days} days ago and not begun',
  },
  'accompaniment-quiet': {
    ca: 'Acompanyament en curs sense cap sessió des de fa {days} dies',
    es: 'Acompañamiento en curso sin ninguna sesión desde hace {days} días',
    en: 'Accompaniment in progress without a session for {days} days',
  },
  'accompaniment-paused-long': {
    ca: 'Acompanyament en pausa des de fa {days} dies',
    es: 'Acompañamiento en pausa desde hace {days} días',
    en: 'Accompaniment paused for {days} days',
  },
  'task-due': {
    ca: 'Tasca que vencia fa {days} dies',
    es: 'Tarea que vencía hace {days} días',
    en: 'Task that was due {days} days ago',
  },
  'diagnosis-missing': {
    ca: 'Acompanyament amb sessions i sense diagnosi inicial, començat fa {days} dies',
    es: 'Acompañamiento con sesiones y sin diagnóstico inicial, empezado hace {days} días',
    en: 'Accompaniment with sessions and no first diagnosis, begun {days} days ago',
  },
} as const;

const dueToday = { ca: 'Tasca que venç avui', es: 'Tarea que vence hoy', en: 'Task that is due today' } as const;

export type ActionKind = keyof typeof actionKinds;

/** From how many days on each asks for something. */
export const actionDays: Readonly<Record<ActionKind, number>> = {
  'intake-unread': 2,
  'meeting-undecided': 2,
  'referral-unanswered': 5,
  'referral-to-start': 7,
  'partner-silent': 15,
  'accompaniment-to-start': 14,
  'accompaniment-quiet': 45,
  'accompaniment-paused-long': 90,
  'task-due': 0,
  'diagnosis-missing': 30,
};

/** Why something asks for action, in every language. */
export function explain(kind: ActionKind, days: number): { ca: string; es: string; en: string } {
  const { ca, es, en } = days === 0 && kind === 'task-due' ? dueToday : actionKinds[kind];
  // One day is no “days” in any of the languages.
  const say = (text: string, one: string, many: string): string =>
    text.replace(`{days} ${many}`, `${days} ${days === 1 ? one : many}`);
  return { ca: say(ca, 'dia', 'dies'), es: say(es, 'día', 'días'), en: say(en, 'day', 'days') };
}
