import { defineMigration } from '@ateneu/persistence';

/**
 * Which accompaniment an initiative that proposed itself heard last, and when that spoke: each counts its own words, and
 * those of two are told apart by their time alone. And the age of subscriptions' links, by which old ones are erased.
 */
export const entityWords = defineMigration('202611260150_entity_words', {
  up: [
    `alter table initiative add column entity_accompaniment text, add column entity_told_at timestamptz`,
    `create index subscription_link_age on subscription_link (created_at)`,
  ],
  down: [
    `drop index subscription_link_age`,
    `alter table initiative drop column entity_accompaniment, drop column entity_told_at`,
  ],
});
