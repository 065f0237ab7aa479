import type { Term } from './term.ts';

/** Where a referral (*derivació*) stands. */
export const referralStatusTerms = [
  { code: 'draft', label: { ca: 'Esborrany', es: 'Borrador', en: 'Draft' } },
  { code: 'sent', label: { ca: 'Enviada', es: 'Enviada', en: 'Sent' } },
  { code: 'received', label: { ca: 'Rebuda', es: 'Recibida', en: 'Received' } },
  { code: 'accepted', label: { ca: 'Acceptada', es: 'Aceptada', en: 'Accepted' } },
  { code: 'declined', label: { ca: 'Rebutjada', es: 'Rechazada', en: 'Declined' } },
  { code: 'rerouted', label: { ca: 'Redirigida', es: 'Redirigida', en: 'Rerouted' } },
  { code: 'in-progress', label: { ca: 'En curs', es: 'En curso', en: 'In progress' } },
  { code: 'closed', label: { ca: 'Tancada', es: 'Cerrada', en: 'Closed' } },
  { code: 'withdrawn', label: { ca: 'Retirada', es: 'Retirada', en: 'Withdrawn' } },
  { code: 'expired', label: { ca: 'Caducada', es: 'Caducada', en: 'Expired' } },
] as const satisfies readonly Term[];
