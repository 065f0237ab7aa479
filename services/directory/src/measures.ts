import type { Measure } from '@ateneu/service-kit';

/** What the directory counts for those who watch it. */
export const measures: readonly Measure[] = [
  {
    name: 'directory_initiatives',
    help: 'Initiatives, by status.',
    labels: ['status'],
    sql: `select status, count(*) as value from initiative group by status`,
  },
];
