import { browserTestsRun, launchBrowser } from '@ateneu/testing';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, publicUrl, startTraining } from '../../../test/harness.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));

// The package is CommonJS, and its function is what is imported.
const readQr = jsQR as unknown as typeof jsQR.default;
const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const enrol = async (session: string, email: string, changes: object = {}) => {
  const { id } = (await training.enrol(session, email, changes)).json<{ id: string }>();
  const own = (await training.app.inject({ url: await training.linkOf(id) })).json<{
    checkIn: { code: string; url: string; qrUrl: string };
  }>();
  return { id, ...own.checkIn };
};
const openDesk = async (session: string): Promise<string> => {
  const answer = await training.asStaff('POST', `/v1/staff/sessions/${session}/check-in-desks`);
  return answer.json<{ url: string }>().url.replace(`${publicUrl}/training`, '');
};
const checkIn = (desk: string, typed: string) =>
  training.app.inject({ method: 'POST', url: `${desk}/check-ins`, payload: { code: typed } });
const atTheDoor = '2026-04-14T15:45:00Z';

describe('the QR code of a confirmation', () => {
  it('is a picture that a camera reads as the address of the person’s check-in, and a drawing too', async () => {
    const session = await training.publish();
    const person = await enrol(session, 'a@example.org');
    const [confirmation] = await training.eventsOf(person.id);
    expect(confirmation?.data.personal).toMatchObject({
      checkInUrl: person.url,
      checkInQrUrl: person.qrUrl,
      checkInCode: person.code,
    });
    const path = person.qrUrl.replace(`${publicUrl}/training`, '');
    const answer = await training.app.inject({ url: path });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
    const { data, width, height } = PNG.sync.read(answer.rawPayload);
    expect(readQr(new Uint8ClampedArray(data), width, height)?.data).toBe(person.url);
    const drawing = await training.app.inject({ url: path.replace('.png', '.svg') });
    expect(drawing.headers['content-type']).toContain('image/svg+xml');
    expect(drawing.body).toContain('<svg');
  });

  it('tells nobody whose it is, nor whether it is anybody’s', async () => {
    const session = await training.publish();
    const person = await enrol(session, 'a@example.org');
    const page = (name: string) =>
      training.app.inject({ url: `/v1/check-in/${name}`, headers: { accept: 'text/html', 'accept-language': 'ca' } });
    const known = await page(person.code.replaceAll('-', ''));
    const unknown = await page('ZZZZZZZZZZZZ');
    expect([known.statusCode, unknown.statusCode]).toEqual([200, 200]);
    expect(known.body).not.toContain('Núria');
    for (const name of ['x', 'UUUUUUUUUUUU', '%00', 'a'.repeat(39)]) {
      expect([400, 404]).toContain((await page(name)).statusCode);
      expect([400, 404]).toContain((await training.app.inject({ url: `/v1/check-in/${name}/qr.png` })).statusCode);
    }
  });

  it('is for whoever comes to the room: not for whoever waits or joins by video', async () => {
    const session = await training.publish({ mode: 'hybrid', capacity: 2, onlineCapacity: 1 });
    const { id } = (await training.enrol(session, 'a@example.org', { place: 'online' })).json<{ id: string }>();
    expect((await training.app.inject({ url: await training.linkOf(id) })).json()).toMatchObject({ checkIn: null });
    const [confirmation] = await training.eventsOf(id);
    expect(confirmation?.data.personal).not.toHaveProperty('checkInUrl');
  });
});

describe('a check-in desk', () => {
  it('records whoever shows the code, however it is typed, once, in the name of whoever opened it', async () => {
    const session = await training.publish();
    const person = await enrol(session, 'a@example.org');
    training.clock.set(atTheDoor);
    const desk = await openDesk(session);
    const answer = await checkIn(desk, ` ${person.code.toLowerCase()} `);
    expect(answer.json()).toEqual({ enrolmentId: person.id, name: 'Núria Vidal', status: 'attended', minutes: 120 });
    expect((await checkIn(desk, person.code)).statusCode).toBe(200);
    const events = (await training.eventsOf(person.id)).map(({ type }) => type.split('.').at(-2));
    expect(events).toEqual(['confirmed', 'recorded']);
    const history = await training.asStaff('GET', `/v1/staff/enrolments/${person.id}/attendance`);
    const { items } = history.json<{ items: { recordedBy: { id: string } }[] }>();
    expect(items).toHaveLength(1);
    expect(items[0]?.recordedBy.id).not.toBe('system');
    const listed = (await training.app.inject({ url: desk })).json();
    expect(listed).toMatchObject({ people: [{ name: 'Núria Vidal', status: 'attended' }] });
    expect(JSON.stringify(listed)).not.toContain(person.code.replaceAll('-', ''));
  });

  it('keeps the minutes that staff corrected', async () => {
    const session = await training.publish();
    const person = await enrol(session, 'a@example.org');
    training.clock.set('2026-04-14T16:30:00Z');
    const marks = [{ enrolmentId: person.id, version: 1, present: true, minutes: 45 }];
    await training.asStaff('POST', `/v1/staff/sessions/${session}/attendance`, { marks });
    expect((await checkIn(await openDesk(session), person.code)).json()).toMatchObject({ minutes: 45 });
  });

  it('is of its own session and hours, and lets in nobody without a place, nor long before', async () => {
    const session = await training.publish({ capacity: 1 });
    const other = await training.publish();
    const person = await enrol(session, 'a@example.org');
    const elsewhere = await enrol(other, 'a@example.org');
    const desk = await openDesk(session);
    expect(code(await checkIn(desk, person.code))).toBe('training.attendance.not-yet');
    training.clock.set(atTheDoor);
    expect(code(await checkIn(desk, person.code))).toBe('training.check-in.desk-closed');
    const now = await openDesk(session);
    expect(code(await checkIn(now, elsewhere.code))).toBe('training.check-in.other-session');
    expect(code(await checkIn(now, 'ZZZZ-ZZZZ-ZZZZ'))).toBe('training.check-in.code-unknown');
    expect(code(await checkIn('/v1/check-in-desks/dsk_unknown', person.code))).toBe('training.check-in.desk-unknown');
    await training.app.inject({ method: 'POST', url: `${await training.linkOf(person.id)}/cancel` });
    expect(code(await checkIn(now, person.code))).toBe('training.attendance.without-place');
    const anybody = await training.app.inject({ method: 'POST', url: `/v1/staff/sessions/${session}/check-in-desks` });
    expect(anybody.statusCode).toBe(401);
  });
});

describe.skipIf(!browserTestsRun)('on a telephone', () => {
  it('staff open the desk, read a code with the camera, type another, pick a third by name, and see who came', async () => {
    const session = await training.publish({ capacity: 5 });
    const scanned = await enrol(session, 'a@example.org', { name: 'Àngels Puig' });
    const typed = await enrol(session, 'b@example.org', { name: 'Borja Coll' });
    await enrol(session, 'c@example.org', { name: 'Cèlia “<b>Mas</b>”' });
    training.clock.set(atTheDoor);
    const desk = await openDesk(session);
    const address = await training.app.listen({ host: '127.0.0.1', port: 0 });
    const browser = await launchBrowser();
    try {
      const telephone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ca-ES' });
      const page = await telephone.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        // A browser asks for an icon that there is none of.
        const icon = message.location().url.endsWith('/favicon.ico');
        if (message.type() === 'error' && !icon) problems.push(message.text());
      });
      // A person who opens their own code sees it, and goes nowhere.
      await page.goto(scanned.url.replace(`${publicUrl}/training`, address));
      expect(await page.textContent('h1')).toBe('El vostre codi per a l’entrada');
      const widthOfPicture =
        "(async () => { const i = document.querySelector('img'); await i.decode(); return i.naturalWidth; })()";
      expect(await page.evaluate(widthOfPicture)).toBeGreaterThan(200);

      // The telephone's clock decides whether a desk is still open; the manual clock is in the past of it.
      await telephone.addInitScript(`Date.now = () => ${Date.parse(atTheDoor)}`);
      await page.goto(`${address}${desk}`);
      expect(await page.textContent('main')).toContain('Han arribat 0 de 3 persones.');
      await page.goto(scanned.url.replace(`${publicUrl}/training`, address));
      await page.waitForURL(/check-in-desks/);
      await page.click('text=Registra l’entrada de Àngels Puig');
      await page.waitForSelector('text=Fet: Àngels Puig ja consta com a assistent.');

      await page.fill('input[name=code]', typed.code.toLowerCase());
      await page.click('button:has-text("Registra l’entrada") >> nth=0');
      await page.waitForSelector('text=Fet: Borja Coll');
      await page.click('text=Registra l’entrada de Cèlia “<b>Mas</b>”');
      await page.waitForSelector('text=Han arribat 3 de 3 persones.');
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
    const totals = await training.asStaff('GET', `/v1/staff/sessions/${session}/attendance`);
    expect(totals.json()).toMatchObject({ totals: { attended: 3, unrecorded: 0 } });
  }, 120_000);
});

describe('staff at the door, by their own token', () => {
  it('check somebody in by the code or from the list, from an hour before, and for that session alone', async () => {
    const session = await training.publish();
    const [ada, berta] = [await enrol(session, 'ada@example.org'), await enrol(session, 'berta@example.org')];
    const by = (body: object, of = session) => training.asStaff('POST', `/v1/staff/sessions/${of}/check-ins`, body);
    expect((await by({ code: ada.code })).statusCode).toBe(409);
    training.clock.set(atTheDoor);
    const asTyped = ada.code.toLowerCase().replaceAll('-', ' ');
    expect((await by({ code: asTyped })).json()).toMatchObject({ enrolmentId: ada.id, status: 'attended' });
    expect((await by({ enrolmentId: berta.id })).json()).toMatchObject({ enrolmentId: berta.id, status: 'attended' });
    expect((await by({ enrolmentId: berta.id })).statusCode).toBe(200);
    expect(code(await by({ code: 'ZZZZZZZZZZZZ' }))).toBe('training.check-in.code-unknown');
    const other = await training.publish();
    expect(code(await by({ code: ada.code }, other))).toBe('training.check-in.other-session');
    expect((await by({ enrolmentId: ada.id }, other)).statusCode).toBe(404);
    expect((await by({ code: ada.code, enrolmentId: ada.id })).statusCode).toBe(400);
  });
});
