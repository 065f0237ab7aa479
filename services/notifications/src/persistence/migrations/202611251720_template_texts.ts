import { defineMigration } from '@ateneu/persistence';

/** Texts of messages as coordinators wrote them; the last version counts, and one without content is the built-in text. */
export const templateTexts = defineMigration('202611251720_template_texts', {
  up: [
    `create table template_text (
      kind text not null,
      language text not null check (language in ('ca', 'es', 'en')),
      version integer not null,
      content jsonb,
      comment text not null,
      author text not null,
      created_at timestamptz not null default now(),
      primary key (kind, language, version)
    )`,
  ],
  down: [`drop table template_text`],
});
