import { defineMigration } from '@ateneu/persistence';

/** What initiatives say besides: what they offer and to whom, how they are reached, when they open, what they meet. */
export const fullerModel = defineMigration('202611251020_fuller_model', {
  up: [
    `alter table initiative
      add column founded_in integer,
      add column offers jsonb,
      add column needs text[],
      add column networks text[],
      add column cooperates_with text[],
      add column links jsonb,
      add column contact jsonb,
      add column opening_hours jsonb,
      add column criteria jsonb`,
    `create index initiative_needs on initiative using gin (needs) where status = 'published'`,
    `create index initiative_networks on initiative using gin (networks) where status = 'published'`,
  ],
  down: [
    `alter table initiative
      drop column founded_in, drop column offers, drop column needs, drop column networks, drop column cooperates_with,
      drop column links, drop column contact, drop column opening_hours, drop column criteria`,
  ],
});
