import { defineMigration } from '@ateneu/persistence';

/** What the ateneu promised the funder for a call, by indicator. */
export const targets = defineMigration('202611251720_targets', {
  up: [
    `create table funder_target (
      call_code text not null,
      indicator text not null,
      target integer not null check (target >= 0),
      set_by text not null,
      set_at timestamptz not null,
      primary key (call_code, indicator)
    )`,
  ],
  down: [`drop table funder_target`],
});
