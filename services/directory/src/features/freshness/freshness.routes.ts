import { type Clock, newId } from '@ateneu/kernel';
import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';
import {
  type App,
  identify,
  idSchema,
  pageOf,
  pageQuery,
  prefersHtml,
  safeText,
  sendPage,
  withLink,
} from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type { Addresses } from '../../addresses.ts';
import { changesFrom, correctableSchema, correctionEmpty } from '../correction/index.ts';
import { readStaffInitiative } from '../initiative/index.ts';
import { answerLink } from '../intake/index.ts';
import { freshnessPage } from './freshness.page.ts';
import type { FreshnessStore } from './freshness.store.ts';

/** What the feature's routes work with. */
export interface FreshnessRoutes {
  freshness: FreshnessStore;
  database: Database;
  clock: Clock;
  addresses: Addresses;
}

const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });
const view = z.object({ name: z.string(), slug: z.string(), answered: z.boolean() });
const tags = ['Freshness'];

/** Whoever answers for an initiative says whether it is still right; staff see what nobody answers for. */
export function freshnessRoutes(app: App, context: FreshnessRoutes): void {
  askRoute(app, context);
  answerRoutes(app, context);
  staffRoutes(app, context);
}

function askRoute(app: App, { freshness, addresses }: FreshnessRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/self-service/freshness/:secret',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getFreshnessQuestion',
      tags,
      summary: 'See the question whether an initiative is still right',
      description: 'A small page for browsers, JSON for programs. Looking at it answers nothing.',
      params,
      response: { 200: view },
    },
    handler: async (request, reply) =>
      answerLink(request, reply, async () => {
        const { secret } = request.params;
        const question = await freshness.find(secret);
        const page = () => freshnessPage(question, secret, addresses.page(question.slug));
        if (prefersHtml(request)) return sendPage(reply, page()) as never;
        return { name: question.name.ca, slug: question.slug, answered: question.answered };
      }),
  });
}

function answerRoutes(app: App, { freshness, database, clock }: FreshnessRoutes): void {
  const done = async (request: Parameters<typeof prefersHtml>[0], reply: object, secret: string) => {
    if (prefersHtml(request)) return (reply as FastifyReply).redirect(`../${secret}`, 303) as never;
    const { name, slug, answered } = await freshness.find(secret);
    return { name: name.ca, slug, answered };
  };

  app.route({
    method: 'POST',
    url: '/v1/self-service/freshness/:secret/confirm',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'confirmFreshness',
      tags,
      summary: 'Say that an initiative is still right',
      description: 'Asking twice changes nothing more.',
      params,
      body: z.strictObject({}).optional(),
      response: { 200: view },
    },
    handler: async (request, reply) =>
      answerLink(request, reply, async () => {
        const { secret } = request.params;
        const { initiativeId } = await freshness.find(secret);
        identify(request, { kind: 'citizen', id: initiativeId });
        await freshness.confirm(secret, clock.now());
        return done(request, reply, secret);
      }),
  });

  app.route({
    method: 'POST',
    url: '/v1/self-service/freshness/:secret/correction',
    config: { access: { kind: 'link' }, rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      operationId: 'correctByFreshness',
      tags,
      summary: 'Say what has changed',
      description: 'Opens a correction; whoever holds the link need not confirm it. Words alone will do.',
      params,
      body: z.strictObject({
        changes: correctableSchema.optional(),
        comment: safeText({ max: 2_000, multiline: true }).optional(),
      }),
      response: { 200: view },
    },
    handler: async (request, reply) =>
      answerLink(request, reply, async () => {
        const { secret } = request.params;
        const { changes: input = {}, comment } = request.body;
        const { initiativeId, person } = await freshness.find(secret);
        const found = await readStaffInitiative(database, initiativeId);
        const at = clock.now();
        const changes = changesFrom(found ?? {}, input, { givenBy: person.name, at });
        if (changes.length === 0 && comment === undefined) throw correctionEmpty();
        identify(request, { kind: 'citizen', id: initiativeId });
        await freshness.correct(secret, { id: newId(), changes, comment, at });
        return done(request, reply, secret);
      }),
  });
}

function staffRoutes(app: App, { freshness, database, clock }: FreshnessRoutes): void {
  const access = { kind: 'staff', roles: ['technician'] } as const;
  app.route({
    method: 'GET',
    url: '/v1/staff/overdue-initiatives',
    config: { access },
    schema: {
      operationId: 'listOverdueInitiatives',
      tags,
      summary: 'List what nobody answers for any more',
      description: 'Published initiatives whose question got no answer after two reminders, longest ago first.',
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 }),
      response: {
        200: pageOf(
          z.object({
            id: z.uuid(),
            slug: z.string(),
            name: z.string(),
            overdueSince: z.iso.datetime(),
            version: z.int(),
          }),
        ),
      },
    },
    handler: async (request, reply) => withLink(request, reply, await readOverdue(database, request.query)),
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/initiatives/:id/confirm-freshness',
    config: { access },
    schema: {
      operationId: 'confirmFreshnessAsStaff',
      tags,
      summary: 'Record that an initiative is still right',
      description: 'For staff who have asked by other means. What it says does not change, nor its version.',
      params: z.object({ id: idSchema }),
      response: { 204: z.undefined().describe('It is recorded.') },
    },
    handler: async (request, reply) => {
      await freshness.confirmByStaff(request.params.id, clock.now());
      return reply.code(204).send();
    },
  });
}

interface Overdue {
  id: string;
  slug: string;
  name: string;
  version: number;
  overdueSince: string;
}

async function readOverdue(
  { pool }: Database,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Overdue[]; next: string | null }> {
  const [since, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, ['instant', 'uuid']);
  const { rows } = await pool.query<Overdue & { exact: string }>({
    name: 'overdue',
    text: `select id, slug, name ->> 'ca' as name, version, ${isoTimestamp('overdue_since')} as "overdueSince",
             overdue_since::text as exact
           from freshness join initiative on id = initiative_id
           where overdue_since is not null and status = 'published'
             and ($1::timestamptz is null or (overdue_since, initiative_id) > ($1, $2::uuid))
           order by overdue_since, initiative_id limit $3`,
    values: [since, id, limit + 1],
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ id: initiative, slug, name, version, overdueSince }) => {
      return { id: initiative, slug, name, version, overdueSince };
    }),
    next: rows.length > limit && last !== undefined ? encodeCursor([last.exact, last.id]) : null,
  };
}
