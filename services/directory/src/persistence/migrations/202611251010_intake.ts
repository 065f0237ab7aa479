import { defineMigration } from '@ateneu/persistence';

/**
 * What people without an account hand in: it waits in `submission` until they confirm their address by a link, and
 * becomes a proposal or an open correction then. The three functions give the form under which two spellings of a tax
 * id, a website or a street address are the same.
 */
export const intake = defineMigration('202611251010_intake', {
  up: [
    `create table submission (
      id uuid primary key,
      kind text not null check (kind in ('proposal', 'correction')),
      initiative_id uuid references initiative (id) on delete cascade,
      name jsonb not null,
      language text not null,
      email_key text not null,
      content jsonb,
      secret_hash text not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      confirmed_at timestamptz
    )`,
    `create index submission_email on submission (email_key, created_at) where confirmed_at is null`,
    `create index submission_expiry on submission (expires_at)`,
    `create table correction (
      id uuid primary key,
      initiative_id uuid not null references initiative (id) on delete cascade,
      status text not null check (status in ('open', 'accepted', 'partly-accepted', 'rejected')),
      base_version integer not null,
      changes jsonb not null,
      comment text,
      author jsonb,
      accepted text[] not null default '{}',
      reason_code text,
      note text,
      created_at timestamptz not null,
      decided_at timestamptz,
      decided_by text
    )`,
    `create index correction_queue on correction (status, created_at, id)`,
    `create index correction_of on correction (initiative_id)`,
    `create function tax_id_key(value text) returns text language sql immutable strict parallel safe
      return nullif(upper(regexp_replace(value, '[^0-9A-Za-z]', '', 'g')), '')`,
    `create function website_key(value text) returns text language sql immutable strict parallel safe
      return nullif(lower(regexp_replace(regexp_replace(value, '^https?://(www\\.)?', '', 'i'), '[/?#]*$', '')), '')`,
    // The words of a street and its first number; nothing where there is no number, because a street alone is no address.
    `create function address_key(value text) returns text language sql immutable strict parallel safe
      return substring(regexp_replace(regexp_replace(public.plain(value),
        '\\m(carrer|calle|c|cl|cr|avinguda|avenida|avda|av|passeig|paseo|pg|placa|plaza|pl|rambla|rbla|ronda|de|del|dels|d|la|el|les|els|los|las|l|num|numero|n)\\M',
        ' ', 'g'), '[^a-z0-9]+', ' ', 'g') from '^[^0-9]*[0-9]+')`,
    `create index initiative_tax_id on initiative (tax_id_key(tax_id)) where tax_id is not null`,
    `create index initiative_website on initiative (website_key(website)) where website is not null`,
    `create index initiative_address on initiative (address_key(address)) where address is not null`,
  ],
  down: [
    `drop index initiative_address`,
    `drop index initiative_website`,
    `drop index initiative_tax_id`,
    `drop function address_key(text)`,
    `drop function website_key(text)`,
    `drop function tax_id_key(text)`,
    `drop table correction`,
    `drop table submission`,
  ],
});
