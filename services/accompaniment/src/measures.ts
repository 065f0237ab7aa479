import type { Measure } from '@ateneu/service-kit';

/** What accompaniment counts for those who watch it. */
export const measures: readonly Measure[] = [
  {
    name: 'accompaniment_referrals',
    help: 'Referrals, by status and direction.',
    labels: ['status', 'direction'],
    sql: `select status, direction, count(*) as value from referral group by status, direction`,
  },
  {
    name: 'accompaniment_intake_requests',
    help: 'Requests for accompaniment, by status.',
    labels: ['status'],
    sql: `select status, count(*) as value from intake group by status`,
  },
  {
    name: 'accompaniment_accompaniments',
    help: 'Accompaniments, by modality and status.',
    labels: ['modality', 'status'],
    sql: `select modality, status, count(*) as value from accompaniment group by modality, status`,
  },
];
