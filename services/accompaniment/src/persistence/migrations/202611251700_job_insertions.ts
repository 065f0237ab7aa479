import { defineMigration } from '@ateneu/persistence';

/** Job insertions, and what each said before it was corrected. */
export const jobInsertions = defineMigration('202611251700_job_insertions', {
  up: [
    `create table job_insertion (
      id uuid primary key,
      accompaniment_id uuid not null references accompaniment (id),
      version integer not null,
      person jsonb not null,
      contract_type text not null,
      starts_on date not null,
      ends_on date check (ends_on >= starts_on),
      voided_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`,
    `create index job_insertion_of on job_insertion (accompaniment_id, created_at, id)`,
    `create index job_insertion_starts_on on job_insertion (starts_on)`,
    `create table job_insertion_history (
      insertion_id uuid not null references job_insertion (id),
      sequence integer not null,
      at timestamptz not null,
      actor_name text,
      why text,
      contents jsonb not null,
      primary key (insertion_id, sequence)
    )`,
  ],
  down: [`drop table job_insertion_history, job_insertion`],
});
