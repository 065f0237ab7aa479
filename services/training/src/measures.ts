import type { Measure } from '@ateneu/service-kit';

/** What training counts for those who watch it. */
export const measures: readonly Measure[] = [
  {
    name: 'training_sessions',
    help: 'Sessions, by status.',
    labels: ['status'],
    sql: `select status, count(*) as value from session group by status`,
  },
  {
    name: 'training_enrolments',
    help: 'Enrolments, by status.',
    labels: ['status'],
    sql: `select status, count(*) as value from enrolment group by status`,
  },
];
