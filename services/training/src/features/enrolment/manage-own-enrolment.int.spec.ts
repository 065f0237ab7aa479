import { hostileBodies } from '@ateneu/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));
afterAll(() => training.close());

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const enrol = async (sessionId: string, email: string, changes: object = {}): Promise<string> =>
  (await training.enrol(sessionId, email, changes)).json<{ id: string }>().id;
const get = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  training.app.inject({ url, headers });
const submit = (url: string): Promise<Answer> =>
  training.app.inject({
    method: 'POST',
    url: `${url}/cancel`,
    headers: { ...browser, 'content-type': 'application/x-www-form-urlencoded' },
    payload: '',
  });

describe('the link in the e-mail', () => {
  it('shows the enrolment to a program', async () => {
    const session = await training.publish({ capacity: 0 });
    await enrol(session, 'a@example.org');
    const link = await training.linkOf(await enrol(session, 'b@example.org'));
    const answer = await get(link);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({
      status: 'waiting',
      position: 2,
      email: 'b@example.org',
      session: { id: session, startsAt: '2026-04-14T16:00:00.000Z', venue: 'Can Serra' },
    });
  });

  it('shows a person a page in their language, with the hour of L’Hospitalet and a button to cancel', async () => {
    const session = await training.publish();
    const catalan = await get(await training.linkOf(await enrol(session, 'a@example.org')), browser);
    expect(catalan.headers['content-type']).toContain('text/html');
    expect(catalan.body).toContain('<html lang="ca">');
    expect(catalan.body).toContain('Teniu plaça en aquesta sessió.');
    expect(catalan.body).toContain('18:00');
    expect(catalan.body).toContain('Anul·la la inscripció');
    const link = await training.linkOf(await enrol(session, 'b@example.org', { language: 'es' }));
    const spanish = await get(link, browser);
    expect(spanish.body).toContain('Cómo hacer una cooperativa');
    const href = /action="([^"]+)"/.exec(spanish.body)?.[1] ?? '';
    expect(new URL(href, `http://localhost${link}`).pathname).toBe(`${link}/cancel`);
  });

  it('cancels from the page, sends the browser back to it, and does nothing the second time', async () => {
    const session = await training.publish({ capacity: 1 });
    const id = await enrol(session, 'a@example.org');
    const waiting = await enrol(session, 'b@example.org');
    const link = await training.linkOf(id);
    const first = await submit(link);
    expect(first.statusCode).toBe(303);
    expect(new URL(String(first.headers['location']), `http://localhost${link}/cancel`).pathname).toBe(link);
    expect((await submit(link)).statusCode).toBe(303);
    const page = await get(link, browser);
    expect(page.body).toContain('Aquesta inscripció està anul·lada.');
    expect(page.body).not.toContain('<form');
    expect((await training.eventsOf(id)).map((event) => event.sequence)).toEqual([1, 2]);
    expect((await training.eventsOf(id)).at(-1)).toMatchObject({ data: { cause: 'person' } });
    expect((await training.eventsOf(waiting)).at(-1)).toMatchObject({
      type: 'cat.ateneulh.training.enrolment.promoted.v1',
      sequence: 2,
      data: { personal: { email: 'b@example.org' } },
    });
  });

  it('of the first message works as well as that of the last', async () => {
    const session = await training.publish({ capacity: 1 });
    const leaving = await enrol(session, 'a@example.org');
    const id = await enrol(session, 'b@example.org');
    const early = await training.linkOf(id);
    await submit(await training.linkOf(leaving));
    const late = await training.linkOf(id);
    expect(late).not.toBe(early);
    for (const link of [early, late]) expect((await get(link)).json()).toMatchObject({ id, status: 'confirmed' });
  });

  it('cancels for a program too, which is answered with the enrolment', async () => {
    const session = await training.publish();
    const link = await training.linkOf(await enrol(session, 'a@example.org'));
    const answers = [
      await training.app.inject({ method: 'POST', url: `${link}/cancel` }),
      await training.app.inject({ method: 'POST', url: `${link}/cancel`, payload: {} }),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({ status: 'cancelled', cancellationCause: 'person' });
    }
  });

  it.each(hostileBodies.filter(({ name }) => !['an empty object', 'null'].includes(name)))(
    'does nothing when it is sent $name',
    async ({ body, contentType }) => {
      const id = await enrol(await training.publish(), 'a@example.org');
      const answer = await training.app.inject({
        method: 'POST',
        url: `${await training.linkOf(id)}/cancel`,
        headers: { 'content-type': contentType },
        payload: body,
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(await training.eventsOf(id)).toHaveLength(1);
    },
  );

  it('shows the materials for two months after the session, and cancels nothing any more', async () => {
    const materials = [{ title: { ca: 'Diapositives' }, url: 'https://ateneu.example/diapositives.pdf' }];
    const session = await training.publish({ programme: { materials } });
    const id = await enrol(session, 'a@example.org');
    const link = await training.linkOf(id);
    training.clock.set('2026-04-14T18:00:00Z');
    const late = await get(link);
    expect(late.json()).toMatchObject({ status: 'confirmed', released: { materials } });
    const refused = await training.app.inject({ method: 'POST', url: `${link}/cancel` });
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([
      409,
      'training.enrolment.session-started',
    ]);
    training.clock.set('2026-06-13T18:00:00Z');
    const gone = await get(link);
    expect([gone.statusCode, gone.json<{ code: string }>().code]).toEqual([410, 'training.enrolment.link-expired']);
    const page = await submit(link);
    expect([page.statusCode, page.headers['content-type']]).toEqual([410, 'text/html; charset=utf-8']);
    expect(page.body).toContain('Aquest enllaç ha caducat');
    expect(await training.eventsOf(id)).toHaveLength(1);
  });

  it.each(['enr_unknown', 'x', '%00', '..%2f..', `enr_${'a'.repeat(43)}`, 'a'.repeat(190)])(
    'that was never sent leads nowhere: %s',
    async (secret) => {
      const url = `/v1/self-service/enrolments/${secret}`;
      for (const answer of [await get(url), await training.app.inject({ method: 'POST', url: `${url}/cancel` })]) {
        expect([400, 404]).toContain(answer.statusCode);
        expect(answer.headers['content-type']).toContain('application/problem+json');
      }
    },
  );

  it('of an unknown secret tells a person so in a page', async () => {
    const page = await get('/v1/self-service/enrolments/enr_unknown', { ...browser, 'accept-language': 'es' });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('Este enlace no es válido.');
  });

  it('says that the session was cancelled, when that is why', async () => {
    const session = await training.publish();
    const id = await enrol(session, 'a@example.org');
    await training.move(session, 'cancel', 2, { reason: { ca: 'Pluja.' } });
    const page = await get(await training.linkOf(id), browser);
    expect(page.body).toContain('La sessió s’ha anul·lat');
  });
});
