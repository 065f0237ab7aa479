import type { Clock } from '@ateneu/kernel';
import { type Database, recordAudit } from '@ateneu/persistence';
import { type App, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { staffOf } from '../../http.ts';
import { type ActionKind, actionKinds, explain } from './action-kinds.ts';
import { readActions } from './read-actions.query.ts';
import { readLoad, readOwn, readUnanswered } from './read-desk.query.ts';
import { search } from './search.query.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  database: Database;
  clock: Clock;
}

const access = { kind: 'staff', roles: ['technician'] } as const;
const tags = ['Staff desk'];
const named = z.object({ id: z.string(), name: z.string() });

const actionSchema = z.object({
  kind: z.enum(Object.keys(actionKinds) as ActionKind[]),
  why: z.object({ ca: z.string(), es: z.string(), en: z.string() }).describe('In words.'),
  subject: z.object({ type: z.enum(['intake', 'referral', 'accompaniment']), id: z.uuid(), label: z.string() }),
  days: z.int().describe('Since when it waits, or since the task was due.'),
  technician: named.nullable().describe('Whose it is; null where it is nobody’s.'),
});

const ownSchema = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  projectName: z.string(),
  modality: z.string(),
  status: z.string(),
  minutes: z.int(),
  phasesDone: z.int(),
  phases: z.int(),
  lastSessionOn: z.string().nullable(),
  nextTask: z.object({ title: z.string(), dueOn: z.string() }).nullable(),
});

const loadSchema = named.extend({
  planned: z.int(),
  inProgress: z.int(),
  paused: z.int(),
  minutesLast30Days: z.int(),
  overdueTasks: z.int(),
  meetingsToCome: z.int(),
});

/** What staff look at first: their own work, what needs action, what waits, who has how much, and where things are. */
export function staffDeskRoutes(context: RouteContext): void {
  ownWork(context);
  overviews(context);
}

function ownWork({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/my/accompaniments',
    config: { access },
    schema: {
      operationId: 'listMyAccompaniments',
      tags,
      summary: 'List my open accompaniments',
      description: 'By project: how far each is, when its last session was, and its next task with a day.',
      response: { 200: z.object({ items: z.array(ownSchema) }) },
    },
    handler: async (request) => {
      await recordAudit(database, { action: 'list', subjectType: 'accompaniment', subjectId: '*' });
      return { items: await readOwn(database, staffOf(request).id) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/actions',
    config: { access },
    schema: {
      operationId: 'listActions',
      tags,
      summary: 'List what needs action today',
      description:
        'Derived from how things stand, each with the reason in words: what has waited longest first. Mine and what is ' +
        'nobody’s; with `scope=all` everybody’s. Nothing is ticked off: what is done is no longer there.',
      querystring: z.object({ scope: z.enum(['mine', 'all']).default('mine') }),
      response: { 200: z.object({ items: z.array(actionSchema) }) },
    },
    handler: async (request) => {
      const mine = request.query.scope === 'mine' ? staffOf(request).id : undefined;
      const items = await readActions(database, clock.now(), mine);
      await recordAudit(database, { action: 'list', subjectType: 'action', subjectId: '*' });
      return { items: items.map((item) => ({ ...item, why: explain(item.kind, item.days) })) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/search',
    config: { access },
    schema: {
      operationId: 'searchStaff',
      tags,
      summary: 'Search projects, accompaniments, people, requests, referrals and partners',
      description:
        'By words, all of which must be there, whatever their case and accents. People whose consent was withdrawn are not found.',
      querystring: z.object({
        q: safeText({ min: 2, max: 100 }),
        limit: z.coerce.number().int().min(1).max(100).default(30),
      }),
      response: {
        200: z.object({
          items: z.array(
            z.object({
              type: z.enum(['project', 'accompaniment', 'member', 'intake', 'referral', 'partner']),
              id: z.uuid(),
              label: z.string(),
              within: z.uuid().nullable().describe('The project, for a member and an accompaniment.'),
              status: z.string(),
            }),
          ),
        }),
      },
    },
    handler: async (request) => {
      const items = await search(database, request.query.q, request.query.limit);
      const details = { ids: items.map(({ id }) => id) };
      await recordAudit(database, { action: 'search', subjectType: '*', subjectId: '*', details });
      return { items };
    },
  });
}

function overviews({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/unanswered-referrals',
    config: { access },
    schema: {
      operationId: 'countUnanswered',
      tags,
      summary: 'Count unanswered referrals by age',
      description: 'By whose turn it is: `inbound` waits for the ateneu, `outbound` for a partner.',
      response: {
        200: z.object({
          items: z.array(
            z.object({
              direction: z.enum(['inbound', 'outbound']),
              from: z.int().describe('Whole days since it was sent, this one within.'),
              to: z.int().nullable(),
              count: z.int(),
            }),
          ),
        }),
      },
    },
    handler: async () => ({ items: await readUnanswered(database, clock.now()) }),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/load',
    config: { access },
    schema: {
      operationId: 'listLoad',
      tags,
      summary: 'See what each technician has in hand',
      description: 'The most loaded first.',
      response: { 200: z.object({ items: z.array(loadSchema) }) },
    },
    handler: async () => ({ items: await readLoad(database, clock.now()) }),
  });
}
