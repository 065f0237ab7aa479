import { defineMigration } from '@ateneu/persistence';

/** The tables of kept workbooks, for the services that have a part of the funder's workbook. */
export const keptWorkbooks = defineMigration('202611260600_kept_workbooks', {
  up: [
    `create table kept_workbook (
      id uuid primary key,
      call_code text not null,
      status text not null check (status in ('queued', 'running', 'ready', 'failed')),
      claim uuid,
      attempts int not null default 0,
      sheets_done int not null default 0,
      row_count int not null default 0,
      problem_count int not null default 0,
      requested_by text not null,
      requested_at timestamptz not null,
      taken_at timestamptz,
      finished_at timestamptz,
      erased_rows int not null default 0,
      erased_at timestamptz,
      sent_on date,
      sent_note text,
      sent_marked_by text,
      sent_marked_at timestamptz,
      kept_until date
    )`,
    `create index kept_workbook_call on kept_workbook (call_code, requested_at)`,
    `create index kept_workbook_waiting on kept_workbook (requested_at) where status in ('queued', 'running')`,
    `create table kept_workbook_sheet (
      workbook_id uuid not null references kept_workbook on delete cascade,
      position int not null,
      name text not null,
      columns jsonb not null,
      primary key (workbook_id, position)
    )`,
    `create table kept_workbook_row (
      workbook_id uuid not null references kept_workbook on delete cascade,
      sheet int not null,
      position int not null,
      key text not null,
      person_id uuid,
      erased_at timestamptz,
      cells jsonb not null,
      primary key (workbook_id, sheet, position)
    )`,
    `create index kept_workbook_row_person on kept_workbook_row (person_id) where person_id is not null`,
    `create table kept_workbook_problem (
      workbook_id uuid not null references kept_workbook on delete cascade,
      position int not null,
      code text not null,
      sheet text not null,
      subject_kind text not null,
      subject_id uuid not null,
      label text not null,
      primary key (workbook_id, position)
    )`,
    `create index kept_workbook_problem_subject on kept_workbook_problem (subject_id)`,
  ],
  down: [`drop table kept_workbook_problem, kept_workbook_row, kept_workbook_sheet, kept_workbook`],
});
