import type { LocalizedText } from '@ateneu/kernel';

/** What the reason depends on. */
export interface Explained {
  status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
  cause: string | null;
  offerExpiresAt: string | null;
  sessionStatus: string;
  startsAt: string;
  offerHours: number | null;
  pool: 'room' | 'online' | null;
  capacity: number;
  /** Places that somebody has, offered ones included. */
  held: number;
  offered: number;
  waiting: number;
  /** Who waits and came before. */
  ahead: number;
  history: readonly { type: string; by: { kind: string } }[];
}

/** Why an enrolment stands as it does. */
export const explanationReasons = [
  'had-free-place',
  'was-promoted',
  'took-offer',
  'offer-pending',
  'no-free-place',
  'offers-pending',
  'people-ahead',
  'session-started',
  'session-cancelled',
  'on-record',
  'cancelled-by-person',
  'cancelled-by-staff',
  'offer-declined',
  'offer-expired',
  'moved',
] as const;
export type ExplanationReason = (typeof explanationReasons)[number];

/** Why somebody was promoted or was not. */
export function reasonOf(explained: Explained, at: Date): ExplanationReason {
  const { status, cause, history } = explained;
  switch (status) {
    case 'confirmed': {
      if (!history.some(({ type }) => type === 'promoted')) return 'had-free-place';
      return history.some(({ type }) => type === 'offered') ? 'took-offer' : 'was-promoted';
    }
    case 'waiting':
      return reasonToWait(explained, at);
    case 'offered':
      return 'offer-pending';
    case 'attended':
    case 'absent':
      return 'on-record';
    case 'cancelled':
      if (
        cause === 'session-cancelled' ||
        cause === 'offer-declined' ||
        cause === 'offer-expired' ||
        cause === 'moved'
      ) {
        return cause;
      }
      return cause === 'person' ? 'cancelled-by-person' : 'cancelled-by-staff';
  }
}

function reasonToWait(
  { sessionStatus, startsAt, held, offered, capacity, ahead }: Explained,
  at: Date,
): ExplanationReason {
  if (sessionStatus === 'cancelled') return 'session-cancelled';
  if (sessionStatus !== 'published' || at >= new Date(startsAt)) return 'session-started';
  if (held < capacity) return 'people-ahead';
  // Without the places that are kept by offers there would be one for this person.
  return offered > ahead && held - offered < capacity ? 'offers-pending' : 'no-free-place';
}

/** Each reason in a sentence. */
export const explanationSentences: Readonly<Record<ExplanationReason, LocalizedText>> = {
  'had-free-place': {
    ca: 'Té plaça perquè quan es va inscriure n’hi havia de lliures.',
    es: 'Tiene plaza porque cuando se inscribió las había libres.',
    en: 'Has a place, because there were free ones at enrolment.',
  },
  'was-promoted': {
    ca: 'Era la primera persona de la llista d’espera quan va quedar lliure una plaça.',
    es: 'Era la primera persona de la lista de espera cuando quedó libre una plaza.',
    en: 'Was first in the waiting list when a place became free.',
  },
  'took-offer': {
    ca: 'Va acceptar a temps la plaça que se li va oferir.',
    es: 'Aceptó a tiempo la plaza que se le ofreció.',
    en: 'Took the place that was offered, in time.',
  },
  'offer-pending': {
    ca: 'Se li guarda una plaça i encara no ha dit si la vol.',
    es: 'Se le guarda una plaza y todavía no ha dicho si la quiere.',
    en: 'A place is kept, and the person has not said yet whether they want it.',
  },
  'no-free-place': {
    ca: 'Espera perquè totes les places són ocupades.',
    es: 'Espera porque todas las plazas están ocupadas.',
    en: 'Waits, because every place is taken.',
  },
  'offers-pending': {
    ca: 'Espera perquè les places que han quedat lliures s’han ofert a qui anava abans, i encara hi són a temps.',
    es: 'Espera porque las plazas que han quedado libres se han ofrecido a quien iba antes, y todavía están a tiempo.',
    en: 'Waits, because the places that became free are offered to those who came before, who still have time.',
  },
  'people-ahead': {
    ca: 'Espera perquè les places lliures són de qui va arribar abans.',
    es: 'Espera porque las plazas libres son de quien llegó antes.',
    en: 'Waits, because the free places belong to those who came before.',
  },
  'session-started': {
    ca: 'No ha pujat perquè la sessió ja ha començat i ningú no puja després.',
    es: 'No ha subido porque la sesión ya ha empezado y nadie sube después.',
    en: 'Was not promoted, because the session has begun and nobody is after that.',
  },
  'session-cancelled': {
    ca: 'La sessió s’ha cancel·lat.',
    es: 'La sesión se ha cancelado.',
    en: 'The session was cancelled.',
  },
  'on-record': {
    ca: 'L’assistència ja consta.',
    es: 'La asistencia ya consta.',
    en: 'The attendance is on record.',
  },
  'cancelled-by-person': {
    ca: 'La persona va cancel·lar la inscripció.',
    es: 'La persona canceló la inscripción.',
    en: 'The person cancelled.',
  },
  'cancelled-by-staff': {
    ca: 'L’equip va cancel·lar la inscripció.',
    es: 'El equipo canceló la inscripción.',
    en: 'Staff cancelled the enrolment.',
  },
  'offer-declined': {
    ca: 'La persona va dir que no volia la plaça.',
    es: 'La persona dijo que no quería la plaza.',
    en: 'The person declined the place.',
  },
  'offer-expired': {
    ca: 'La persona no va dir a temps si volia la plaça.',
    es: 'La persona no dijo a tiempo si quería la plaza.',
    en: 'The person did not say in time whether they wanted the place.',
  },
  moved: {
    ca: 'L’equip va passar la persona a una altra sessió.',
    es: 'El equipo pasó a la persona a otra sesión.',
    en: 'Staff moved the person to another session.',
  },
};
