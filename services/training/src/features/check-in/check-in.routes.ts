import { type Clock, type DomainError, hashSecret, issueSecret } from '@ateneu/kernel';
import { type Database, transact } from '@ateneu/persistence';
import {
  type App,
  identify,
  idSchema,
  isoDateTimeSchema,
  preferredLanguage,
  prefersHtml,
  sendPage,
} from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { type AttendanceStore, enrolmentStatuses, typedCode } from '../enrolment/index.ts';
import { lockSession } from '../session/index.ts';
import { codeUnknown, deskClosed, deskUnknown, otherSession } from './check-in.errors.ts';
import { deskPage } from './check-in.page.ts';
import { type Desk, readByCode, readDesk, readExpected } from './check-in.query.ts';
import { personalCodes } from './personal-code.routes.ts';
import { staffCheckIn } from './staff-check-in.route.ts';

/** A day's work at the door, and not the next one's. */
const deskLifeMs = 12 * 60 * 60 * 1_000;

/** What the feature's routes work with. */
export interface CheckInContext {
  app: App;
  store: AttendanceStore;
  database: Database;
  clock: Clock;
  /** Where the service is reached from outside. */
  serviceUrl: string;
  /** What a person's QR code says. */
  codeUrl: (code: string) => string;
}

const params = z.object({ secret: z.string().max(100).describe('From the link.') });
const shortCode = z.string().max(40);

const checkedInSchema = z.object({
  enrolmentId: z.uuid(),
  name: z.string(),
  status: z.enum(enrolmentStatuses),
  minutes: z.int().nullable(),
});
const deskSchema = z.object({
  sessionId: z.uuid(),
  expiresAt: isoDateTimeSchema,
  people: z.array(
    z.object({ enrolmentId: z.uuid(), name: z.string(), status: z.enum(['confirmed', 'attended', 'absent']) }),
  ),
});

/**
 * Check-in at the door. Staff open a desk with their token and take its link along on a telephone; the link is a secret of
 * one session and some hours, and whatever is done through it is on record as theirs. No cookie is involved, so that no
 * other site can do anything with it.
 */
export function checkInRoutes(context: CheckInContext): void {
  const { app, store, database, clock, serviceUrl } = context;
  personalCodes(context);
  staffCheckIn(context);

  const openDesk = async (request: FastifyRequest, secret: string): Promise<Desk> => {
    const desk = await readDesk(database, hashSecret(secret));
    if (desk === undefined) throw deskUnknown();
    if (clock.now() >= new Date(desk.expiresAt)) throw deskClosed();
    identify(request, { kind: 'staff', ...desk.openedBy, roles: ['technician'] });
    return desk;
  };

  app.route({
    method: 'POST',
    url: '/v1/staff/sessions/:id/check-in-desks',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'openCheckInDesk',
      tags: ['Attendance'],
      summary: 'Open a check-in desk',
      description:
        'A link for a telephone at the door, for twelve hours and this session alone. What is done through it is on record ' +
        'as done by whoever opened it. It is a secret, shown once.',
      params: z.object({ id: idSchema }),
      body: z.strictObject({}).optional(),
      response: { 201: z.object({ url: z.url(), expiresAt: isoDateTimeSchema }) },
    },
    handler: async (request, reply) => {
      const { actor } = request;
      const at = clock.now();
      const expiresAt = new Date(at.getTime() + deskLifeMs);
      const { secret, hash } = issueSecret('dsk');
      await transact(database, async (tx) => {
        const { id } = await lockSession(tx, request.params.id);
        const name = actor.kind === 'staff' ? actor.name : actor.id;
        await tx.query(
          `insert into check_in_desk (hash, session_id, opened_by, opened_by_name, issued_at, expires_at)
           values ($1, $2, $3, $4, $5, $6)`,
          [hash, id, actor.id, name, at, expiresAt],
        );
        await tx.audit({ action: 'open-check-in-desk', subjectType: 'session', subjectId: id });
      });
      void reply.code(201);
      return { url: `${serviceUrl}/v1/check-in-desks/${secret}`, expiresAt: expiresAt.toISOString() };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/check-in-desks/:secret',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'showCheckInDesk',
      tags: ['Attendance'],
      summary: 'The check-in desk by its link',
      description: 'A page for a telephone: type a code, read one with the camera, or pick a name. JSON for programs.',
      params,
      querystring: z.object({
        code: shortCode.optional().describe('The code that the camera read.'),
        done: shortCode.optional().describe('The code of whoever was just checked in.'),
      }),
      response: { 200: deskSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const desk = await openDesk(request, secret);
      const people = await readExpected(database, desk.sessionId);
      void reply.header('cache-control', 'no-store');
      if (!prefersHtml(request)) {
        const { sessionId, expiresAt } = desk;
        return {
          sessionId,
          expiresAt,
          people: people.map(({ enrolmentId, name, status }) => ({ enrolmentId, name, status })),
        };
      }
      const ofDesk = (code: string | undefined) => people.find((person) => person.code === typedCode(code ?? ''));
      const { code, done } = request.query;
      const scanned = code === undefined ? undefined : ofDesk(code);
      if (code !== undefined && scanned === undefined) throw await refusal(code, desk.sessionId);
      const view = { desk, people, secret, language: preferredLanguage(request), scanned, done: ofDesk(done)?.name };
      return sendPage(reply, deskPage(view)) as never;
    },
  });

  /** Why a code gets nobody in here. */
  const refusal = async (code: string, sessionId: string): Promise<DomainError> => {
    const found = await readByCode(database, typedCode(code));
    if (found === undefined) return codeUnknown();
    return found.sessionId === sessionId ? codeUnknown() : otherSession();
  };

  const checkIn = async (request: FastifyRequest, secret: string, code: string) => {
    const desk = await openDesk(request, secret);
    const found = await readByCode(database, typedCode(code));
    if (found === undefined || found.sessionId !== desk.sessionId) throw await refusal(code, desk.sessionId);
    const saved = await store.checkIn(desk.sessionId, found.enrolmentId, clock.now());
    return { enrolmentId: saved.id, name: found.name, status: saved.status, minutes: saved.minutes };
  };

  app.route({
    method: 'POST',
    url: '/v1/check-in-desks/:secret/check-ins',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'checkIn',
      tags: ['Attendance'],
      summary: 'Check somebody in by the code they show',
      description:
        'From an hour before the start. Records that they attended all of it; the list corrects the time. Twice changes ' +
        'nothing. Hyphens and case do not matter.',
      params,
      body: z.object({ code: shortCode }),
      response: { 200: checkedInSchema },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const { code } = request.body;
      const answer = await checkIn(request, secret, code);
      void reply.header('cache-control', 'no-store');
      return prefersHtml(request) ? back(reply, `../${secret}?done=${typedCode(code)}`) : answer;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/check-in-desks/:secret/check-ins/:code',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'checkInByName',
      tags: ['Attendance'],
      summary: 'Check somebody in whose code is known',
      description: 'What the page’s buttons do; otherwise as the operation that takes a code.',
      params: params.extend({ code: shortCode }),
      body: z.strictObject({}).optional(),
      response: { 200: checkedInSchema },
    },
    handler: async (request, reply) => {
      const { secret, code } = request.params;
      const answer = await checkIn(request, secret, code);
      void reply.header('cache-control', 'no-store');
      return prefersHtml(request) ? back(reply, `../../${secret}?done=${typedCode(code)}`) : answer;
    },
  });
}

/** Relative, so that it holds behind any prefix; reloading the page then sends nothing again. */
function back(reply: object, to: string): never {
  return (reply as FastifyReply).redirect(to, 303) as never;
}
