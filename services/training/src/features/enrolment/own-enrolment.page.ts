import { type DomainError, type Language, localize } from '@ateneu/kernel';
import type { PageAction, SelfServicePage } from '@ateneu/service-kit';

import type { Participant } from './enrolment.ts';
import { answerFields } from './answers.form.ts';
import type { OwnEnrolment } from './own-enrolment.query.ts';

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
  offer: Record<'until' | 'accept' | 'decline' | 'declineConfirm', string>;
  door: Record<'code' | 'qr', string>;
  place: Record<'label' | 'room' | 'online', string>;
  released: Record<'join' | 'instructions' | 'materials', string>;
  answers: Record<'save' | 'accessibility' | 'accessibilityHelp', string>;
  consents: Record<'save' | 'images' | 'news', string>;
}

const texts: Record<Participant['language'], Texts> = {
  ca: {
    title: 'La vostra inscripció',
    status: {
      confirmed: 'Teniu plaça en aquesta sessió.',
      waiting:
        'Sou a la llista d’espera d’aquesta sessió. Si queda lliure una plaça, us avisarem per correu electrònic.',
      offered: 'Us guardem una plaça. Digueu-nos si la voleu.',
      attended: 'Consta que heu assistit a aquesta sessió.',
      absent: 'Consta que no heu assistit a aquesta sessió.',
      cancelled: 'Aquesta inscripció està anul·lada.',
    },
    sessionCancelled: 'La sessió s’ha anul·lat i la inscripció ha quedat sense efecte.',
    position: (position) => `Ara mateix ocupeu el lloc número ${position} de la llista.`,
    labels: { session: 'Sessió', starts: 'Comença', ends: 'Acaba', venue: 'Lloc', name: 'A nom de' },
    online: 'En línia',
    moved:
      'Aquesta sessió ha canviat de data o de lloc. Digueu-nos si us va bé; si no podeu venir, anul·leu la inscripció.',
    kept: 'Ens heu dit que la nova data i el nou lloc us van bé. Gràcies!',
    keep: 'Em va bé: mantinc la inscripció',
    calendar: 'Afegeix les meves sessions al calendari',
    calendarConfirm:
      'Us donarem una adreça per veure totes les vostres sessions al calendari del mòbil o de l’ordinador. Si ja en teníeu una, deixarà de funcionar.',
    cancel: 'Anul·la la inscripció',
    confirm: {
      confirmed: 'Si l’anul·leu, la plaça passarà a la primera persona de la llista d’espera.',
      waiting: 'Si l’anul·leu, perdreu el torn a la llista d’espera.',
    },
    offer: {
      until: 'Us la guardem fins al',
      accept: 'Sí, vull la plaça',
      decline: 'No la vull',
      declineConfirm: 'Si no la voleu, la plaça passarà a la persona següent de la llista.',
    },
    door: { code: 'Codi per a l’entrada', qr: 'Codi QR per ensenyar a l’entrada' },
    place: { label: 'Com hi participeu', room: 'A la sala', online: 'En línia' },
    released: { join: 'Enllaç de la videotrucada', instructions: 'Abans de venir', materials: 'Materials' },
    answers: {
      save: 'Desa les respostes',
      accessibility: 'Necessiteu alguna cosa per poder participar-hi?',
      accessibilityHelp: 'Només ho llegirà qui prepara la sessió.',
    },
    consents: {
      save: 'Desa el que autoritzo',
      images: 'Podeu fer-me fotografies durant la sessió.',
      news: 'Vull rebre novetats de l’ateneu.',
    },
  },
  es: {
    title: 'Su inscripción',
    status: {
      confirmed: 'Tiene plaza en esta sesión.',
      waiting:
        'Está en la lista de espera de esta sesión. Si queda libre una plaza, le avisaremos por correo electrónico.',
      offered: 'Le guardamos una plaza. Díganos si la quiere.',
      attended: 'Consta que ha asistido a esta sesión.',
      absent: 'Consta que no ha asistido a esta sesión.',
      cancelled: 'Esta inscripción está anulada.',
    },
    sessionCancelled: 'La sesión se ha anulado y la inscripción ha quedado sin efecto.',
    position: (position) => `Ahora mismo ocupa el puesto número ${position} de la lista.`,
    labels: { session: 'Sesión', starts: 'Empieza', ends: 'Termina', venue: 'Lugar', name: 'A nombre de' },
    online: 'En línea',
    moved:
      'Esta sesión ha cambiado de fecha o de lugar. Díganos si le va bien; si no puede venir, anule la inscripción.',
    kept: 'Nos ha dicho que la nueva fecha y el nuevo lugar le van bien. ¡Gracias!',
    keep: 'Me va bien: mantengo la inscripción',
    calendar: 'Añadir mis sesiones al calendario',
    calendarConfirm:
      'Le daremos una dirección para ver todas sus sesiones en el calendario del móvil o del ordenador. Si ya tenía una, dejará de funcionar.',
    cancel: 'Anular la inscripción',
    confirm: {
      confirmed: 'Si la anula, la plaza pasará a la primera persona de la lista de espera.',
      waiting: 'Si la anula, perderá el turno en la lista de espera.',
    },
    offer: {
      until: 'Se la guardamos hasta',
      accept: 'Sí, quiero la plaza',
      decline: 'No la quiero',
      declineConfirm: 'Si no la quiere, la plaza pasará a la siguiente persona de la lista.',
    },
    door: { code: 'Código para la entrada', qr: 'Código QR para enseñar en la entrada' },
    place: { label: 'Cómo participa', room: 'En la sala', online: 'En línea' },
    released: { join: 'Enlace de la videollamada', instructions: 'Antes de venir', materials: 'Materiales' },
    answers: {
      save: 'Guardar las respuestas',
      accessibility: '¿Necesita algo para poder participar?',
      accessibilityHelp: 'Solo lo leerá quien prepara la sesión.',
    },
    consents: {
      save: 'Guardar lo que autorizo',
      images: 'Pueden hacerme fotografías durante la sesión.',
      news: 'Quiero recibir novedades del ateneu.',
    },
  },
};

/** The page of an enrolment, in its person's language. */
export function ownEnrolmentPage(enrolment: OwnEnrolment, secret: string): SelfServicePage {
  const { language, session, status, position } = enrolment;
  const text = texts[language];
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
      ...factsFor(enrolment, text),
    ],
    actions: actionsFor(enrolment, secret, text),
    ...(enrolment.checkIn === null
      ? {}
      : { image: { src: `../../check-in/${enrolment.checkIn.code.replaceAll('-', '')}/qr.png`, alt: text.door.qr } }),
  };
}

function factsFor(enrolment: OwnEnrolment, text: Texts): { name: string; value: string }[] {
  const { language, place, checkIn, released, offerExpiresAt } = enrolment;
  return [
    ...(place === null ? [] : [{ name: text.place.label, value: text.place[place] }]),
    ...(offerExpiresAt === null ? [] : [{ name: text.offer.until, value: dateTime(language, offerExpiresAt) }]),
    ...(checkIn === null ? [] : [{ name: text.door.code, value: checkIn.code }]),
    ...(released?.instructions == null
      ? []
      : [{ name: text.released.instructions, value: localize(released.instructions, language).text }]),
  ];
}

function actionsFor(enrolment: OwnEnrolment, secret: string, text: Texts): PageAction[] {
  const { language, status, released } = enrolment;
  const post = (label: string, step: string, confirm?: string): PageAction => ({
    label,
    method: 'post',
    href: `${secret}/${step}`,
    ...(confirm === undefined ? {} : { confirm }),
  });
  const open = (label: string, href: string): PageAction => ({ label, method: 'get', href });
  const links = [
    ...(released?.joinUrl == null ? [] : [open(text.released.join, released.joinUrl)]),
    ...(released?.materials ?? []).map(({ title, url }) => open(localize(title, language).text, url)),
  ];
  const answers: PageAction = { ...post(text.answers.save, 'answers'), fields: answerFields(enrolment, text.answers) };
  const consents: PageAction = {
    ...post(text.consents.save, 'consents'),
    fields: (['images', 'news'] as const).map((name) => ({
      name,
      label: text.consents[name],
      type: 'checkbox',
      value: enrolment.consents[name].given ? 'on' : undefined,
    })),
  };
  switch (status) {
    case 'offered':
      return [post(text.offer.accept, 'accept'), post(text.offer.decline, 'decline', text.offer.declineConfirm)];
    case 'confirmed':
    case 'waiting': {
      const asked = enrolment.askedAgainAt !== null && enrolment.keptAt === null;
      return [
        ...(asked ? [post(text.keep, 'keep')] : []),
        ...links,
        post(text.cancel, 'cancel', text.confirm[status]),
        post(text.calendar, 'calendar', text.calendarConfirm),
        answers,
        consents,
      ];
    }
    case 'attended':
    case 'absent':
      return [...links, consents];
    case 'cancelled':
      return [];
  }
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
