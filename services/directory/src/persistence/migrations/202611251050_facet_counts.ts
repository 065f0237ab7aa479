import { defineMigration } from '@ateneu/persistence';

/**
 * How many published initiatives there are of each legal form, neighbourhood and sector; those without a sector count
 * each initiative once. Every change appends what it adds and takes, so that no two writers ever wait for one row; a
 * background job adds the changes up. What is read is the sum.
 */
export const facetCounts = defineMigration('202611251050_facet_counts', {
  up: [
    `create table facet_count (
      id bigint generated always as identity primary key,
      legal_form text not null,
      neighbourhood text,
      sector text,
      count integer not null
    )`,
    `create index facet_count_sector on facet_count (sector)`,
    `create function count_facets(form text, barri text, codes text[], change integer) returns void language sql as $$
      insert into facet_count (legal_form, neighbourhood, sector, count)
      select form, barri, sector, change from unnest(codes || array[null]::text[]) as sector
    $$`,
    `create function count_initiative_facets() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.status = new.status and old.legal_form = new.legal_form
          and old.neighbourhood is not distinct from new.neighbourhood and old.sectors = new.sectors then
          return null;
        end if;
        if tg_op <> 'INSERT' and old.status = 'published' then
          perform count_facets(old.legal_form, old.neighbourhood, old.sectors, -1);
        end if;
        if tg_op <> 'DELETE' and new.status = 'published' then
          perform count_facets(new.legal_form, new.neighbourhood, new.sectors, 1);
        end if;
        return null;
      end $$`,
    `lock table initiative in share row exclusive mode`,
    `insert into facet_count (legal_form, neighbourhood, sector, count)
      select legal_form, neighbourhood, null, count(*) from initiative where status = 'published' group by 1, 2
      union all
      select legal_form, neighbourhood, sector, count(*) from initiative, unnest(sectors) as sector
      where status = 'published' group by 1, 2, 3`,
    `create trigger initiative_facet_counts after insert or update or delete on initiative
      for each row execute function count_initiative_facets()`,
  ],
  down: [
    `drop trigger initiative_facet_counts on initiative`,
    `drop function count_initiative_facets()`,
    `drop function count_facets(text, text, text[], integer)`,
    `drop table facet_count`,
  ],
});
