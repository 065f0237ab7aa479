import { defineMigration } from '@ateneu/persistence';

const phases = (...items: readonly [code: string, ca: string, es: string, en: string][]): string =>
  JSON.stringify(items.map(([code, ca, es, en]) => ({ code, name: { ca, es, en } })));

const creation = phases(
  ['idea', 'Idea', 'Idea', 'Idea'],
  ['group', 'Grup promotor', 'Grupo promotor', 'Founding group'],
  ['viability', 'Viabilitat', 'Viabilidad', 'Viability'],
  ['statutes', 'Estatuts', 'Estatutos', 'Statutes'],
  ['constitution', 'Constitució', 'Constitución', 'Constitution'],
  ['start-up', 'Posada en marxa', 'Puesta en marcha', 'Start-up'],
);
const consolidation = phases(
  ['diagnosis', 'Diagnosi', 'Diagnóstico', 'Diagnosis'],
  ['plan', 'Pla de treball', 'Plan de trabajo', 'Work plan'],
  ['execution', 'Execució', 'Ejecución', 'Execution'],
  ['evaluation', 'Avaluació', 'Evaluación', 'Evaluation'],
);
const transformation = phases(
  ['diagnosis', 'Diagnosi', 'Diagnóstico', 'Diagnosis'],
  ['legal-fit', 'Encaix jurídic', 'Encaje jurídico', 'Legal fit'],
  ['assembly', 'Assemblea', 'Asamblea', 'Assembly'],
  ['reconversion', 'Reconversió', 'Reconversión', 'Reconversion'],
  ['follow-up', 'Seguiment', 'Seguimiento', 'Follow-up'],
);

// No name above holds an apostrophe or a dollar sign, so the texts stand in the statement as they are.
const template = (modality: string, text: string): string =>
  `insert into itinerary_template (modality, version, phases) values ('${modality}', 1, '${text}')`;

/** Projects, their accompaniments by versioned itineraries, and the consultancy sessions. */
export const accompaniments = defineMigration('202611240120_accompaniments', {
  up: [
    `create table itinerary_template (
      modality text not null,
      version integer not null,
      phases jsonb not null,
      primary key (modality, version)
    )`,
    template('creation', creation),
    template('consolidation', consolidation),
    template('transformation', transformation),
    `create table project (
      id uuid primary key,
      version integer not null,
      name text not null,
      description text not null,
      sector text,
      neighbourhood text,
      group_size integer,
      contact jsonb,
      listing jsonb,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`,
    `create index project_created_at on project (created_at, id)`,
    `create table accompaniment (
      id uuid primary key,
      version integer not null,
      status text not null check (status in ('planned', 'in-progress', 'paused', 'completed', 'abandoned')),
      project_id uuid not null references project (id),
      modality text not null,
      itinerary_version integer not null,
      technician jsonb not null,
      referral_id uuid references referral (id),
      minutes integer not null,
      outcome jsonb,
      reason text,
      note text,
      started_at timestamptz,
      ended_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      foreign key (modality, itinerary_version) references itinerary_template (modality, version)
    )`,
    `create unique index accompaniment_one_in_progress on accompaniment (project_id, modality)
      where status = 'in-progress'`,
    `create unique index accompaniment_one_per_referral on accompaniment (referral_id) where referral_id is not null`,
    `create index accompaniment_list on accompaniment (created_at, id)`,
    `create table consultancy_session (
      id uuid primary key,
      accompaniment_id uuid not null references accompaniment (id),
      held_on date not null,
      minutes integer not null check (minutes > 0),
      technician jsonb not null,
      people integer not null check (people >= 0),
      objective text not null,
      result text,
      recorded_at timestamptz not null
    )`,
    `create index consultancy_session_of on consultancy_session (accompaniment_id, held_on, id)`,
  ],
  down: [`drop table consultancy_session, accompaniment, project, itinerary_template`],
});
