import type { Measure } from '@ateneu/service-kit';

/** What the directory counts for those who watch it. */
export const measures: readonly Measure[] = [
  {
    name: 'directory_initiatives',
    help: 'Initiatives, by status.',
    labels: ['status'],
    sql: `select status, count(*) as value from initiative group by status`,
  },
  {
    name: 'directory_imports',
    help: 'Imports, by status.',
    labels: ['status'],
    sql: `select status, count(*) as value from import group by status`,
  },
  {
    name: 'directory_exports',
    help: 'Exports that are remembered, by status.',
    labels: ['status'],
    sql: `select status, count(*) as value from export group by status`,
  },
  {
    name: 'directory_exports_oldest_seconds',
    help: 'How long the oldest export whose file is not written yet has waited.',
    labels: [],
    sql: `select greatest(coalesce(extract(epoch from now() - min(updated_at)), 0), 0)::float8 as value
          from export where status in ('waiting', 'writing')`,
  },
  {
    name: 'directory_exports_bytes',
    help: 'How much the files of exports that are kept weigh.',
    labels: [],
    sql: `select coalesce(sum(size), 0)::float8 as value from export where status = 'ready'`,
  },
];
