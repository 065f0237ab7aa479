import { defineMigration } from '@ateneu/persistence';

const services: readonly [area: string, code: string, ca: string, es: string, en: string][] = [
  [
    'legal',
    'legal-form-advice',
    'Assessorament jurídic i de forma jurídica',
    'Asesoramiento jurídico y de forma jurídica',
    'Advice on law and legal form',
  ],
  ['economic', 'viability-plan', 'Pla de viabilitat', 'Plan de viabilidad', 'Viability plan'],
  ['economic', 'financing', 'Finançament cooperatiu', 'Financiación cooperativa', 'Cooperative financing'],
  [
    'organisational',
    'governance',
    'Governança i presa de decisions',
    'Gobernanza y toma de decisiones',
    'Governance and decisions',
  ],
  ['communication', 'communication-plan', 'Pla de comunicació', 'Plan de comunicación', 'Communication plan'],
  [
    'market',
    'intercooperation',
    'Intercooperació i nous mercats',
    'Intercooperación y nuevos mercados',
    'Cooperation and new markets',
  ],
  ['digital', 'digital-tools', 'Eines digitals lliures', 'Herramientas digitales libres', 'Free digital tools'],
];

/** How accompaniments are conducted: itineraries in versions, phases, tasks, diagnoses, services, and their history. */
export const conduct = defineMigration('202611251640_conduct', {
  up: [
    `alter table itinerary_template
      add column published_at timestamptz,
      add column published_by text`,
    `alter table accompaniment
      add column completed_phases text[] not null default '{}',
      add column actuacio text`,
    `create table accompaniment_history (
      accompaniment_id uuid not null references accompaniment (id),
      sequence integer not null,
      event text not null,
      at timestamptz not null,
      actor_kind text not null,
      actor_name text,
      details jsonb,
      primary key (accompaniment_id, sequence)
    )`,
    `create table accompaniment_task (
      id uuid primary key,
      accompaniment_id uuid not null references accompaniment (id),
      phase text,
      title text not null,
      due_on date,
      done_at timestamptz,
      done_by text,
      created_at timestamptz not null
    )`,
    `create index accompaniment_task_of on accompaniment_task (accompaniment_id, created_at, id)`,
    `create index accompaniment_task_due on accompaniment_task (due_on) where done_at is null`,
    `create table diagnosis (
      id uuid primary key,
      accompaniment_id uuid not null references accompaniment (id),
      moment text not null check (moment in ('before', 'after')),
      scores jsonb not null,
      note text,
      made_on date not null,
      made_by jsonb not null,
      recorded_at timestamptz not null
    )`,
    `create index diagnosis_of on diagnosis (accompaniment_id, recorded_at)`,
    `create table support_service (
      code text primary key,
      area text not null,
      name jsonb not null,
      retired_on date
    )`,
    ...services.map(
      ([area, code, ca, es, en]) =>
        `insert into support_service (code, area, name) values ('${code}', '${area}', '${JSON.stringify({ ca, es, en })}')`,
    ),
    `create table service_offer (
      accompaniment_id uuid not null references accompaniment (id),
      service_code text not null references support_service (code),
      status text not null check (status in ('offered', 'accepted', 'declined')),
      offered_at timestamptz not null,
      answered_at timestamptz,
      offered_by text not null,
      primary key (accompaniment_id, service_code)
    )`,
    `create index consultancy_session_held_on on consultancy_session (held_on)`,
  ],
  down: [
    `drop index consultancy_session_held_on`,
    `drop table service_offer, support_service, diagnosis, accompaniment_task, accompaniment_history`,
    `alter table accompaniment drop column completed_phases, drop column actuacio`,
    `alter table itinerary_template drop column published_at, drop column published_by`,
  ],
});
