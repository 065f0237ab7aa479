import { type DomainError, type Language, localize } from '@ateneu/kernel';
import type { SelfServicePage } from '@ateneu/service-kit';

import type { Participant } from './enrolment.ts';
import type { OwnEnrolment } from './read-enrolments.query.ts';

interface Texts {
  title: string;
  status: Record<OwnEnrolment['status'], string>;
  sessionCancelled: string;
  position: (position: number) => string;
  labels: Record<'session' | 'starts' | 'ends' | 'venue' | 'name', string>;
  online: string;
  moved: string;
  kept: string;
  keep: string;
  calendar: string;
  calendarConfirm: string;
  cancel: string;
  confirm: Record<'confirmed' | 'waiting', string>;
}

const texts: Record<Participant['language'], Texts> = {
  ca: {
    title: 'La vostra inscripció',
    status: {
      confirmed: 'Teniu plaça en aquesta sessió.',
      waiting:
        'Sou a la llista d’espera d’aquesta sessió. Si queda lliure una plaça, us avisarem per correu electrònic.',
      attended: 'Consta que heu assistit a aquesta sessió.',
      absent: 'Consta que no heu assistit a aquesta sessió.',
      cancelled: 'Aquesta inscripció està cancel·lada.',
    },
    sessionCancelled: 'La sessió s’ha cancel·lat i la inscripció ha quedat sense efecte.',
    position: (position) => `Ara mateix ocupeu el lloc número ${position} de la llista.`,
    labels: { session: 'Sessió', starts: 'Comença', ends: 'Acaba', venue: 'Lloc', name: 'A nom de' },
    online: 'En línia',
    moved:
      'Aquesta sessió ha canviat de data o de lloc. Digueu-nos si us va bé; si no podeu venir, cancel·leu la inscripció.',
    kept: 'Ens heu dit que la nova data i el nou lloc us van bé. Gràcies!',
    keep: 'Em va bé: mantinc la inscripció',
    calendar: 'Afegeix les meves sessions al calendari',
    calendarConfirm:
      'Us donarem una adreça per veure totes les vostres sessions al calendari del mòbil o de l’ordinador. Si ja en teníeu una, deixarà de funcionar.',
    cancel: 'Cancel·la la inscripció',
    confirm: {
      confirmed: 'Si la cancel·leu, la plaça passarà a la primera persona de la llista d’espera.',
      waiting: 'Si la cancel·leu, perdreu el torn a la llista d’espera.',
    },
  },
  es: {
    title: 'Su inscripción',
    status: {
      confirmed: 'Tiene plaza en esta sesión.',
      waiting:
        'Está en la lista de espera de esta sesión. Si queda libre una plaza, le avisaremos por correo electrónico.',
      attended: 'Consta que ha asistido a esta sesión.',
      absent: 'Consta que no ha asistido a esta sesión.',
      cancelled: 'Esta inscripción está cancelada.',
    },
    sessionCancelled: 'La sesión se ha cancelado y la inscripción ha quedado sin efecto.',
    position: (position) => `Ahora mismo ocupa el puesto número ${position} de la lista.`,
    labels: { session: 'Sesión', starts: 'Empieza', ends: 'Termina', venue: 'Lugar', name: 'A nombre de' },
    online: 'En línea',
    moved:
      'Esta sesión ha cambiado de fecha o de lugar. Díganos si le va bien; si no puede venir, cancele la inscripción.',
    kept: 'Nos ha dicho que la nueva fecha y el nuevo lugar le van bien. ¡Gracias!',
    keep: 'Me va bien: mantengo la inscripción',
    calendar: 'Añadir mis sesiones al calendario',
    calendarConfirm:
      'Le daremos una dirección para ver todas sus sesiones en el calendario del móvil o del ordenador. Si ya tenía una, dejará de funcionar.',
    cancel: 'Cancelar la inscripción',
    confirm: {
      confirmed: 'Si la cancela, la plaza pasará a la primera persona de la lista de espera.',
      waiting: 'Si la cancela, perderá el turno en la lista de espera.',
    },
  },
};

/** The page of an enrolment, in its person's language. */
export function ownEnrolmentPage(enrolment: OwnEnrolment, secret: string): SelfServicePage {
  const { language, session, status, position } = enrolment;
  const text = texts[language];
  const asked = enrolment.askedAgainAt !== null && enrolment.keptAt === null;
  const statusText = enrolment.cancellationCause === 'session-cancelled' ? text.sessionCancelled : text.status[status];
  return {
    language,
    title: text.title,
    paragraphs: [
      statusText,
      ...(position === null ? [] : [text.position(position)]),
      ...(status === 'cancelled' || enrolment.askedAgainAt === null
        ? []
        : [enrolment.keptAt === null ? text.moved : text.kept]),
    ],
    facts: [
      { name: text.labels.session, value: localize(session.title, language).text },
      { name: text.labels.starts, value: dateTime(language, session.startsAt) },
      { name: text.labels.ends, value: dateTime(language, session.endsAt) },
      { name: text.labels.venue, value: session.venue ?? text.online },
      { name: text.labels.name, value: enrolment.name },
    ],
    actions:
      status !== 'confirmed' && status !== 'waiting'
        ? []
        : [
            ...(asked ? [{ label: text.keep, method: 'post', href: `${secret}/keep` } as const] : []),
            { label: text.cancel, method: 'post', href: `${secret}/cancel`, confirm: text.confirm[status] },
            { label: text.calendar, method: 'post', href: `${secret}/calendar`, confirm: text.calendarConfirm },
          ],
  };
}

const refusalTitle: Record<Language, string> = {
  ca: 'No s’ha pogut obrir la inscripció',
  es: 'No se ha podido abrir la inscripción',
  en: 'The enrolment could not be opened',
};

/** The page that says why a link leads nowhere. Whose link it was is not known, so the browser's language decides. */
export function refusalPage(language: Language, error: DomainError): SelfServicePage {
  return { language, title: refusalTitle[language], paragraphs: [error.publicMessage(language)] };
}

/** Date and time in L'Hospitalet, wherever the server runs: `dimarts, 14 d’abril del 2026, a les 18:00`. */
function dateTime(language: Participant['language'], iso: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Madrid' }).format(
    new Date(iso),
  );
}
