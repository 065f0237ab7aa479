import { newId } from '@ateneu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Answer, type Harness, sessionInput, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());

const staff = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, headers: object = {}) =>
  training.app.inject({
    method,
    url,
    headers: { ...(await training.staff()), ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const addRoom = async (): Promise<string> => {
  const answer = await staff('POST', '/v1/staff/rooms', { name: `Sala ${newId()}`, capacity: 20 });
  return answer.json<{ id: string }>().id;
};
const at = (from: string, to: string) => ({
  startsAt: `2026-04-14T${from}:00+02:00`,
  endsAt: `2026-04-14T${to}:00+02:00`,
});
const book = (room: string, from: string, to: string) =>
  staff('POST', `/v1/staff/rooms/${room}/bookings`, { title: 'Reunió', ...at(from, to) });
const draft = (room: string, from: string, to: string) =>
  staff('POST', '/v1/staff/sessions', { ...sessionInput, ...at(from, to), roomId: room });

describe('a room', () => {
  it('is taken by one thing at a time, and the next may begin when the one before ends', async () => {
    const room = await addRoom();
    expect((await draft(room, '18:00', '20:00')).statusCode).toBe(201);
    const refused = await draft(room, '19:00', '21:00');
    expect([refused.statusCode, code(refused)]).toEqual([409, 'training.room.taken']);
    expect(code(await book(room, '17:00', '18:30'))).toBe('training.room.taken');
    expect((await book(room, '20:00', '21:00')).statusCode).toBe(201);
    expect((await draft(room, '16:00', '18:00')).statusCode).toBe(201);
    expect((await draft(await addRoom(), '18:00', '20:00')).statusCode).toBe(201);
    const listed = (await staff('GET', `/v1/staff/rooms/${room}/bookings`)).json<{ items: { title: string }[] }>();
    expect(listed.items.map(({ title }) => title)).toEqual([
      'Com fer una cooperativa',
      'Com fer una cooperativa',
      'Reunió',
    ]);
  });

  it('goes to one of many who want it in the same instant', async () => {
    const room = await addRoom();
    const answers = await Promise.all(Array.from({ length: 8 }, () => book(room, '10:00', '11:00')));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(7);
  });

  it('follows its session to another time, and is free once the session is cancelled', async () => {
    const room = await addRoom();
    const id = (await draft(room, '18:00', '20:00')).json<{ id: string }>().id;
    await training.move(id, 'publish', 1);
    const other = await book(room, '10:00', '12:00');
    const reason = { ca: 'Canvi d’hora.' };
    const refused = await training.move(id, 'reschedule', 2, { ...at('11:00', '13:00'), reason });
    expect(code(refused)).toBe('training.room.taken');
    expect((await training.move(id, 'reschedule', 2, { ...at('12:00', '14:00'), reason })).statusCode).toBe(200);
    expect((await book(room, '18:00', '20:00')).statusCode).toBe(201);
    expect((await training.move(id, 'cancel', 3, { reason })).statusCode).toBe(200);
    expect((await book(room, '12:00', '14:00')).statusCode).toBe(201);

    const { id: bookingId } = other.json<{ id: string }>();
    expect((await staff('DELETE', `/v1/staff/rooms/${room}/bookings/${bookingId}`)).statusCode).toBe(204);
    expect(code(await staff('DELETE', `/v1/staff/rooms/${room}/bookings/${bookingId}`))).toBe(
      'training.room.booking-not-found',
    );
    expect((await book(room, '10:00', '12:00')).statusCode).toBe(201);
  });

  it('that nobody added is not taken, and a name is given once', async () => {
    expect(code(await draft(newId(), '18:00', '20:00'))).toBe('training.room.not-found');
    expect(code(await book(newId(), '18:00', '20:00'))).toBe('training.room.not-found');
    const room = { name: 'Sala gran', capacity: 40 };
    expect((await staff('POST', '/v1/staff/rooms', room)).statusCode).toBe(201);
    expect(code(await staff('POST', '/v1/staff/rooms', room))).toBe('training.room.name-taken');
    expect(code(await book(await addRoom(), '20:00', '18:00'))).toBe('training.room.times-inconsistent');
  });

  it('is edited in the version that was read, and its name stays its own', async () => {
    const room = await addRoom();
    const details = { name: `Sala ${newId()}`, capacity: 12, accessible: false, equipment: 'Projector' };
    const edit = (version: number, changes: object = {}) =>
      staff('PUT', `/v1/staff/rooms/${room}`, { ...details, ...changes }, { 'if-match': `"${version}"` });
    expect((await staff('PUT', `/v1/staff/rooms/${room}`, details)).statusCode).toBe(428);
    expect((await edit(1)).json()).toEqual({ id: room, version: 2 });
    expect((await edit(1)).statusCode).toBe(412);
    const read = await staff('GET', `/v1/staff/rooms/${room}`);
    expect(read.headers['etag']).toBe('"2"');
    expect(read.json()).toEqual({ id: room, version: 2, address: null, ...details });
    const { name } = (await staff('GET', `/v1/staff/rooms/${await addRoom()}`)).json<{ name: string }>();
    expect(code(await edit(2, { name }))).toBe('training.room.name-taken');
    expect(code(await staff('GET', `/v1/staff/rooms/${newId()}`))).toBe('training.room.not-found');
  });
});
