import { type Clock, newId } from '@ateneu/kernel';
import { type Database, isoTimestamp, transact } from '@ateneu/persistence';
import {
  type App,
  etag,
  idempotency,
  idSchema,
  isoDateTimeSchema,
  requireIfMatch,
  safeText,
} from '@ateneu/service-kit';
import { z } from 'zod';

import { instantSchema } from '../../timestamps.ts';
import { bookingTimesInconsistent, roomNotFound } from './room.errors.ts';
import { deleteBooking, insertBooking, insertRoom, updateRoom } from './room.store.ts';

const roomInput = z.object({
  name: safeText({ max: 120 }),
  address: safeText({ max: 200 }).optional(),
  capacity: z.int().min(0).max(10_000),
  accessible: z.boolean().default(true).describe('Whether a wheelchair gets in.'),
  equipment: safeText({ max: 500 }).optional(),
});
const roomSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  address: z.string().nullable(),
  capacity: z.int(),
  accessible: z.boolean(),
  equipment: z.string().nullable(),
});
const bookingSchema = z.object({
  id: z.uuid(),
  sessionId: z.uuid().nullable().describe('The session that takes the room; null for anything else.'),
  title: z.string(),
  startsAt: isoDateTimeSchema,
  endsAt: isoDateTimeSchema,
});
/** Its columns, as it is read. */
const columns = 'id, version, name, address, capacity, accessible, equipment';
const staff = { access: { kind: 'staff', roles: ['technician'] } } as const;

/** What the feature's routes work with. */
export interface RoomContext {
  app: App;
  database: Database;
  clock: Clock;
}

/** Staff's rooms, and what takes them. Sessions take theirs by themselves. */
export function roomRoutes(context: RoomContext): void {
  rooms(context);
  oneRoom(context);
  bookings(context);
}

function rooms({ app, database, clock }: RoomContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/rooms',
    config: { ...staff, idempotent: true },
    schema: {
      operationId: 'addRoom',
      tags: ['Rooms'],
      summary: 'Add a room',
      description: 'Sessions can then take it, and nothing else at the same time.',
      body: roomInput,
      response: { 201: z.object({ id: z.uuid() }) },
    },
    handler: async (request, reply) => {
      const saved = await transact(
        database,
        async (tx) => {
          const id = newId();
          await insertRoom(tx, id, request.body, clock.now());
          return { id };
        },
        { idempotency: idempotency(request) },
      );
      void reply.code(201);
      return saved;
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/rooms',
    config: staff,
    schema: {
      operationId: 'listRooms',
      tags: ['Rooms'],
      summary: 'List the rooms',
      description: 'By name.',
      response: { 200: z.object({ items: z.array(roomSchema) }) },
    },
    handler: async () => {
      const { rows } = await database.pool.query<z.output<typeof roomSchema>>({
        name: 'rooms',
        text: `select ${columns} from room
               where archived_at is null order by name limit 500`,
      });
      return { items: rows };
    },
  });
}

function oneRoom({ app, database }: RoomContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/rooms/:id',
    config: staff,
    schema: {
      operationId: 'getRoom',
      tags: ['Rooms'],
      summary: 'Read a room',
      description: 'The `ETag` is its version, for `If-Match` on an edit.',
      params: z.object({ id: idSchema }),
      response: { 200: roomSchema },
    },
    handler: async (request, reply) => {
      const { rows } = await database.pool.query<z.output<typeof roomSchema>>({
        name: 'room',
        text: `select ${columns} from room where id = $1 and archived_at is null`,
        values: [request.params.id],
      });
      const [found] = rows;
      if (found === undefined) throw roomNotFound();
      void reply.header('etag', etag(found.version));
      return found;
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/rooms/:id',
    config: { ...staff, ifMatch: true },
    schema: {
      operationId: 'editRoom',
      tags: ['Rooms'],
      summary: 'Edit a room',
      description: 'Replaces all that it says. What takes it stays as it is, and so do the places of its sessions.',
      params: z.object({ id: idSchema }),
      body: roomInput,
      response: { 200: z.object({ id: z.uuid(), version: z.int() }) },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const expectedVersion = requireIfMatch(request);
      const version = await transact(database, (tx) => updateRoom(tx, id, request.body, expectedVersion));
      void reply.header('etag', etag(version));
      return { id, version };
    },
  });
}

function bookings({ app, database, clock }: RoomContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/rooms/:id/bookings',
    config: staff,
    schema: {
      operationId: 'listBookings',
      tags: ['Rooms'],
      summary: 'What takes a room',
      description: 'Those that end after `from` (now when absent), by their start.',
      params: z.object({ id: idSchema }),
      querystring: z.object({ from: instantSchema.optional(), to: instantSchema.optional() }),
      response: { 200: z.object({ items: z.array(bookingSchema) }) },
    },
    handler: async (request) => {
      const { from = clock.now(), to } = request.query;
      const { rows } = await database.pool.query<{ items: z.output<typeof bookingSchema>[] }>({
        name: 'room-bookings',
        text: `select coalesce((
                 select json_agg(json_build_object('id', b.id, 'sessionId', b.session_id, 'title', b.title,
                   'startsAt', ${isoTimestamp('b.starts_at')}, 'endsAt', ${isoTimestamp('b.ends_at')}) order by b.starts_at)
                 from room_booking b
                 where b.room_id = r.id and b.ends_at > $2 and ($3::timestamptz is null or b.starts_at < $3)
               ), '[]') as items
               from room r where r.id = $1`,
        values: [request.params.id, from, to ?? null],
      });
      if (rows[0] === undefined) throw roomNotFound();
      return rows[0];
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/rooms/:id/bookings',
    config: { ...staff, idempotent: true },
    schema: {
      operationId: 'bookRoom',
      tags: ['Rooms'],
      summary: 'Take a room for something that is no session',
      description: 'Refused where a session or anything else has it then.',
      params: z.object({ id: idSchema }),
      body: z.object({ title: safeText({ max: 150 }), startsAt: instantSchema, endsAt: instantSchema }),
      response: { 201: z.object({ id: z.uuid() }) },
    },
    handler: async (request, reply) => {
      const { params, body } = request;
      if (body.endsAt <= body.startsAt) throw bookingTimesInconsistent();
      const saved = await transact(
        database,
        async (tx) => {
          const id = newId();
          await insertBooking(tx, id, { roomId: params.id, ...body, at: clock.now() });
          return { id };
        },
        { idempotency: idempotency(request) },
      );
      void reply.code(201);
      return saved;
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/staff/rooms/:id/bookings/:bookingId',
    config: staff,
    schema: {
      operationId: 'releaseRoom',
      tags: ['Rooms'],
      summary: 'Give a room back',
      description: 'Not that of a session: it changes with its session.',
      params: z.object({ id: idSchema, bookingId: idSchema }),
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      const { id, bookingId } = request.params;
      await transact(database, (tx) => deleteBooking(tx, id, bookingId));
      void reply.code(204);
      return null;
    },
  });
}
