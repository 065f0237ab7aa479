import type { Term } from './term.ts';

/** Why the receiver of a referral does not take the project on. */
export const referralDeclineReasons = [
  {
    code: 'not-sse',
    label: {
      ca: 'No és un projecte d’economia social i solidària',
      es: 'No es un proyecto de economía social y solidaria',
      en: 'Not a project of the social and solidarity economy',
    },
  },
  {
    code: 'outside-territory',
    label: {
      ca: 'És fora del territori que s’atén',
      es: 'Está fuera del territorio que se atiende',
      en: 'Outside the territory served',
    },
  },
  {
    code: 'outside-scope',
    label: {
      ca: 'No correspon als serveis que s’ofereixen',
      es: 'No corresponde a los servicios que se ofrecen',
      en: 'Outside the services offered',
    },
  },
  {
    code: 'no-capacity',
    label: {
      ca: 'Ara mateix no hi ha disponibilitat',
      es: 'Ahora mismo no hay disponibilidad',
      en: 'No capacity at the moment',
    },
  },
  {
    code: 'already-accompanied',
    label: {
      ca: 'El projecte ja rep acompanyament',
      es: 'El proyecto ya recibe acompañamiento',
      en: 'The project is already accompanied',
    },
  },
  {
    code: 'insufficient-information',
    label: {
      ca: 'Falta informació per valorar el projecte',
      es: 'Falta información para valorar el proyecto',
      en: 'Not enough information to decide',
    },
  },
  {
    code: 'person-unreachable',
    label: {
      ca: 'No s’ha pogut contactar amb la persona',
      es: 'No se ha podido contactar con la persona',
      en: 'The person could not be reached',
    },
  },
  {
    code: 'person-not-interested',
    label: {
      ca: 'La persona ha decidit no continuar',
      es: 'La persona ha decidido no continuar',
      en: 'The person decided not to go on',
    },
  },
  { code: 'duplicate', label: { ca: 'Derivació duplicada', es: 'Derivación duplicada', en: 'Duplicate referral' } },
  { code: 'other', label: { ca: 'Un altre motiu', es: 'Otro motivo', en: 'Another reason' } },
] as const satisfies readonly Term[];
