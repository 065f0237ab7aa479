import { defineMigration } from '@ateneu/persistence';

/**
 * One number that grows with every commit that changes what is public: the `ETag` of every list. It is counted by the
 * database at the end of each transaction, whoever writes, and once however many initiatives the transaction touches.
 * Times would not do: two commits may share one, or arrive in the other order.
 */
export const publicChanges = defineMigration('202611240420_public_changes', {
  up: [
    `create table public_changes (
      only_row boolean primary key default true check (only_row),
      changes bigint not null,
      transaction xid8
    )`,
    `insert into public_changes (changes) values (0)`,
    `create function count_public_change() returns trigger language plpgsql as $$
      begin
        if (tg_op <> 'INSERT' and old.status = 'published') or (tg_op <> 'DELETE' and new.status = 'published') then
          update public_changes set changes = changes + 1, transaction = pg_current_xact_id()
          where transaction is distinct from pg_current_xact_id();
        end if;
        return null;
      end $$`,
    `create constraint trigger initiative_public_change after insert or update or delete on initiative
      deferrable initially deferred for each row execute function count_public_change()`,
  ],
  down: [
    `drop trigger initiative_public_change on initiative`,
    `drop function count_public_change()`,
    `drop table public_changes`,
  ],
});
