import { defineMigration } from '@ateneu/persistence';

/**
 * One index that knows the words of an initiative and everything that a search may ask for beside them: its codes and the
 * cells of a grid that it lies in are lexemes like its words, under names that no word has. What words and filters find
 * together is met within the index, where each alone would fetch thousands of rows. The words of what it offers are in it
 * too; they are kept by a trigger, because another generated column would write the whole table anew.
 *
 * `initiative_search` stays for the version that runs beside this one, and goes with a later migration.
 */
export const finder = defineMigration('202611260130_finder', {
  up: [
    // Over 100,000 initiatives a busy server needs longer for it than a session of the service is given.
    `set local statement_timeout = '10min'`,
    `set local transaction_timeout = 0`,
    `create function words_of_offers(offers jsonb) returns tsvector language sql immutable strict parallel safe
      return (
        select setweight(to_tsvector('ateneu_ca', words), 'C') || to_tsvector('ateneu_words', words)
        from (
          select string_agg(concat_ws(' ', offer -> 'name' ->> 'ca', offer -> 'name' ->> 'es'), ' ') as words
          from jsonb_array_elements(offers) as offer
        ) as text where words is not null)`,
    `alter table initiative add column offers_words tsvector`,
    `create function keep_offers_words() returns trigger language plpgsql as $$
      begin
        new.offers_words := words_of_offers(new.offers);
        return new;
      end $$`,
    `create trigger initiative_offers_words before insert or update of offers on initiative
      for each row execute function keep_offers_words()`,
    `update initiative set offers = offers where offers is not null`,
    // What is to be counted at the end of the transaction would keep the index from being made: it is counted now.
    `set constraints all immediate`,
    `set constraints all deferred`,
    // Not declared strict, so that PostgreSQL writes it into the query instead of calling it for every row.
    `create function initiative_words(search tsvector, offers_words tsvector) returns tsvector
      language sql immutable parallel safe
      return case when offers_words is null then search else search || offers_words end`,
    // The cells are squares of 1/400 of a degree and of twice, four times, … 64 times that.
    `create function initiative_labels(legal_form text, neighbourhood text, sectors text[], needs text[],
      networks text[], longitude float8, latitude float8) returns tsvector language sql immutable parallel safe
      return array_to_tsvector(
        array['=form:' || legal_form]
        || case when neighbourhood is null then '{}' else array['=barri:' || neighbourhood] end
        || array(select '=sector:' || code from unnest(sectors) as code)
        || array(select '=need:' || code from unnest(needs) as code)
        || array(select '=network:' || code from unnest(networks) as code)
        || case when longitude is null then '{}' else array(
             select concat('=cell:', size, ':', floor(longitude * 400 / size)::int, ':', floor(latitude * 400 / size)::int)
             from unnest(array[1, 2, 4, 8, 16, 32, 64]) as size) end)`,
    // A short list of what waits to be indexed: every search reads it from end to end.
    `create index initiative_finder on initiative using gin ((initiative_words(search, offers_words)
      || initiative_labels(legal_form, neighbourhood, sectors, needs, networks, longitude, latitude)))
      with (gin_pending_list_limit = 256) where status = 'published'`,
    // The words of names, by which mistyped ones are put right. One that is gone does no harm, and one that two writers
    // add at once is there twice: a unique index would have them wait for each other, in whatever order they come.
    `create table known_word (word text not null)`,
    `create function learn_words() returns trigger language plpgsql as $$
      begin
        insert into known_word (word)
        select distinct each.word from changed, unnest(tsvector_to_array(
          to_tsvector('ateneu_words', concat_ws(' ', name ->> 'ca', name ->> 'es')))) as each (word)
        where status = 'published' and not exists (select from known_word where known_word.word = each.word);
        return null;
      end $$`,
    `create trigger initiative_insert_words after insert on initiative
      referencing new table as changed for each statement execute function learn_words()`,
    `create trigger initiative_update_words after update on initiative
      referencing new table as changed for each statement execute function learn_words()`,
    `insert into known_word (word)
      select distinct unnest(tsvector_to_array(to_tsvector('ateneu_words', concat_ws(' ', name ->> 'ca', name ->> 'es'))))
      from initiative where status = 'published'`,
    `create index known_word_itself on known_word (word)`,
    `create index known_word_trigrams on known_word using gin (word gin_trgm_ops)`,
    `analyze known_word`,
    // How common each word is, is read from the statistics.
    `analyze initiative`,
  ],
  down: [
    `drop trigger initiative_insert_words on initiative`,
    `drop trigger initiative_update_words on initiative`,
    `drop function learn_words()`,
    `drop table known_word`,
    `drop index initiative_finder`,
    `drop function initiative_labels(text, text, text[], text[], text[], float8, float8)`,
    `drop function initiative_words(tsvector, tsvector)`,
    `drop trigger initiative_offers_words on initiative`,
    `drop function keep_offers_words()`,
    `alter table initiative drop column offers_words`,
    `drop function words_of_offers(jsonb)`,
  ],
});
