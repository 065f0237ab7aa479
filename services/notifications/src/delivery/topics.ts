import type { Language } from '@ateneu/kernel';

/**
 * What people may do without: each optional message is of one of these topics. Every other message is essential to what
 * its reader asked for, and comes as long as that lasts.
 */
export const topics = ['reminders', 'surveys', 'news', 'digests'] as const;
export type Topic = (typeof topics)[number];

/** What people read of a topic. */
export const topicNames: Readonly<Record<Topic, Readonly<Record<Language, string>>>> = {
  reminders: {
    ca: 'Recordatoris d’allò que teniu a prop o pendent',
    es: 'Recordatorios de lo que tiene próximo o pendiente',
    en: 'Reminders of what is near or open',
  },
  surveys: { ca: 'Enquestes de valoració', es: 'Encuestas de valoración', en: 'Surveys' },
  news: {
    ca: 'Novetats a què us heu subscrit',
    es: 'Novedades a las que se ha suscrito',
    en: 'News that you subscribed to',
  },
  digests: { ca: 'Resums diaris per a l’equip', es: 'Resúmenes diarios para el equipo', en: 'Daily digests for staff' },
};
