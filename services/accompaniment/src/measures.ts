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
  {
    name: 'accompaniment_refused_attempts',
    help: 'What was tried in the last hour and refused, by what it was on. A partner’s stolen key shows itself here.',
    labels: ['subject'],
    sql: `select subject_type as subject, count(*) as value from audit_record
      where action = 'refuse' and at > now() - interval '1 hour' group by subject_type`,
  },
];
