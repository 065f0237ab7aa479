import { defineMigration } from '@ateneu/persistence';

/** Which word of the accompaniment an initiative that proposed itself follows: an older one that comes late is not heard. */
export const entityCorrections = defineMigration('202611251600_entity_corrections', {
  up: [`alter table initiative add column entity_sequence integer`],
  down: [`alter table initiative drop column entity_sequence`],
});
