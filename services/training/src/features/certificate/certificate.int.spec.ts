import { writeFile } from 'node:fs/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Answer, type Harness, publicUrl, type StoredEvent, startTraining } from '../../../test/harness.ts';
import { marginsOf, missingFonts, pdfToolsRun, textOf } from '../../../test/pdf.ts';

let training: Harness;
beforeAll(async () => {
  training = await startTraining();
});
afterAll(() => training.close());
beforeEach(() => training.clock.set('2026-03-02T09:00:00Z'));

const code = (answer: Answer): string => answer.json<{ code: string }>().code;
const day = (date: string) => ({ startsAt: `${date}T18:00:00+02:00`, endsAt: `${date}T20:00:00+02:00` });
const enrol = async (session: string, email: string, changes: object = {}): Promise<string> =>
  (await training.enrol(session, email, changes)).json<{ id: string }>().id;
const mark = (session: string, enrolmentId: string, minutes: number, version = 1) =>
  training.asStaff('POST', `/v1/staff/sessions/${session}/attendance`, {
    marks: [{ enrolmentId, version, present: minutes > 0, ...(minutes > 0 ? { minutes } : {}) }],
  });
const hold = async (session: string): Promise<void> => {
  await training.move(session, 'start', 2);
  await training.move(session, 'hold', 3);
};
interface Listed {
  id: string;
  code: string;
  name: string;
  minutes: number;
  revokedAt: string | null;
}
const listed = async (query: string): Promise<Listed[]> =>
  (await training.asStaff('GET', `/v1/staff/certificates?${query}`)).json<{ items: Listed[] }>().items;
const personalOf = (event: StoredEvent | undefined): Record<string, string> => ({ ...event?.data.personal });
const here = (url = '') => url.replace(`${publicUrl}/training`, '');

/** A session that stands alone and gives certificates, with somebody who was there long enough. */
const attended = async (changes: object = {}, session: object = {}) => {
  const id = await training.publish({ ...session, programme: { certificate: { minimumPercent: 80 } } });
  const enrolmentId = await enrol(id, 'a@example.org', changes);
  training.clock.set('2026-04-14T18:05:00Z');
  await mark(id, enrolmentId, 96);
  await hold(id);
  await training.sweep();
  const [certificate] = await listed(`sessionId=${id}`);
  const [event] = await training.eventsOf(certificate?.id ?? '');
  return { session: id, enrolmentId, certificate, event, personal: personalOf(event) };
};

describe('a certificate', () => {
  it('of a course is for whoever attended enough of all its sessions, once all were held, and once', async () => {
    const programme = { certificate: { minimumPercent: 75 } };
    const input = { title: { ca: 'Curs llarg' }, summary: { ca: 'x' }, programme };
    const course = (await training.asStaff('POST', '/v1/staff/courses', input)).json<{ id: string }>().id;
    const sessions: string[] = [];
    for (const date of ['2026-04-14', '2026-04-15']) {
      const draft = await training.draft({ ...day(date), courseId: course, capacity: 5 });
      sessions.push(draft);
    }
    await training.asStaff('POST', `/v1/staff/courses/${course}/publish`, {}, { 'if-match': '"1"' });
    const [first = '', second = ''] = sessions;
    const enough = [await enrol(first, 'a@example.org'), await enrol(second, 'A@example.org')];
    const tooLittle = [await enrol(first, 'b@example.org'), await enrol(second, 'b@example.org')];
    await enrol(first, 'c@example.org');
    training.clock.set('2026-04-15T18:30:00Z');
    await mark(first, enough[0] ?? '', 120);
    await mark(second, enough[1] ?? '', 60);
    await mark(first, tooLittle[0] ?? '', 120);
    await mark(second, tooLittle[1] ?? '', 59);
    await hold(first);
    await training.sweep();
    expect(await listed(`courseId=${course}`)).toEqual([]);
    await hold(second);
    await Promise.all([training.sweep(), training.sweep(), training.sweep()]);
    const issued = await listed(`courseId=${course}`);
    expect(issued).toMatchObject([{ name: 'Núria Vidal', minutes: 180 }]);
    expect(await training.eventsOf(issued[0]?.id ?? '')).toMatchObject([
      {
        type: 'cat.ateneulh.training.certificate.issued.v1',
        data: { courseId: course, minutes: 180, endedAt: '2026-04-15T18:00:00.000Z' },
      },
    ]);
  });

  it('can be checked by anybody who holds its code, on a page too, until it is revoked', async () => {
    const { certificate, personal } = await attended();
    const check = (typed: string, headers: Record<string, string> = {}) =>
      training.app.inject({ url: `/v1/certificates/${typed}`, headers });
    const loose = (personal['verificationCode'] ?? '').toLowerCase().replaceAll('-', ' ');
    expect((await check(encodeURIComponent(loose))).json()).toMatchObject({
      valid: true,
      name: 'Núria Vidal',
      minutes: 96,
    });
    const page = await training.app.inject({
      url: here(personal['verificationUrl']),
      headers: { accept: 'text/html', 'accept-language': 'ca' },
    });
    expect(page.body).toContain('Aquest certificat és vàlid.');
    expect(page.body).toContain('1 hora i 36 minuts');

    const reason = { ca: 'S’ha corregit l’assistència.' };
    const revoke = (version: number) =>
      training.asStaff(
        'POST',
        `/v1/staff/certificates/${certificate?.id}/revoke`,
        { reason },
        { 'if-match': `"${version}"` },
      );
    expect((await revoke(7)).statusCode).toBe(412);
    expect((await revoke(1)).json()).toMatchObject({ version: 2 });
    expect((await revoke(2)).json()).toMatchObject({ version: 2 });
    const after = await check(personal['verificationCode'] ?? '');
    expect(after.json()).toMatchObject({ valid: false, name: null, title: null });
    expect((await check(personal['verificationCode'] ?? '', { accept: 'text/html' })).body).not.toContain('Núria');
    const link = await training.app.inject({ url: here(personal['certificateUrl']) });
    expect([link.statusCode, code(link)]).toEqual([410, 'training.certificate.revoked']);
    const events = await training.eventsOf(certificate?.id ?? '');
    expect(events.map(({ type }) => type.split('.').at(-2))).toEqual(['issued', 'revoked']);
    expect(events[1]?.data).toMatchObject({ reason });
    for (const unknown of ['ZZZZ-ZZZZ-ZZZZ', 'x', '%00']) {
      expect([400, 404]).toContain((await check(unknown)).statusCode);
    }
  });

  it('that was revoked comes back only when staff ask for it, and the rule is met', async () => {
    const { session, certificate } = await attended();
    const reason = { ca: 'Error.' };
    await training.asStaff(
      'POST',
      `/v1/staff/certificates/${certificate?.id}/revoke`,
      { reason },
      { 'if-match': '"1"' },
    );
    await training.sweep();
    expect(await listed(`sessionId=${session}`)).toHaveLength(1);
    const again = () => training.asStaff('POST', `/v1/staff/sessions/${session}/certificates`);
    expect((await again()).json()).toEqual({ issued: 1 });
    expect((await again()).json()).toEqual({ issued: 0 });
    const all = await listed(`sessionId=${session}`);
    expect(all.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
  });

  it('is for nobody where no rule asks for one, or too little was attended', async () => {
    const without = await training.publish();
    const short = await training.publish({ programme: { certificate: { minimumPercent: 80 } } });
    const people = [await enrol(without, 'a@example.org'), await enrol(short, 'a@example.org')];
    training.clock.set('2026-04-14T18:05:00Z');
    await mark(without, people[0] ?? '', 120);
    await mark(short, people[1] ?? '', 95);
    await hold(without);
    await hold(short);
    await training.sweep();
    expect([...(await listed(`sessionId=${without}`)), ...(await listed(`sessionId=${short}`))]).toEqual([]);
    // A correction that makes it enough is found by the next round.
    await mark(short, people[1] ?? '', 96, 2);
    await training.sweep();
    expect(await listed(`sessionId=${short}`)).toHaveLength(1);
  });
});

describe.skipIf(!pdfToolsRun)('the document', () => {
  const long = `Maria-Montserrat de l’Assumpció ${'Puigdomènech i Vilaplana-Llobregat de la Bellacasa '.repeat(2)}`
    .trim()
    .slice(0, 120);

  it.each([
    ['a long name and accents', long, 'ca'],
    ['a name with letters from elsewhere in Europe', 'Łukasz Gżegżółka-Ağaoğlu Çetinkaya Ñíguez l·l', 'es'],
  ])('fits its one page with %s, in the person’s language', async (what, name, language) => {
    const title = {
      ca: `Com crear una cooperativa: ${'de la idea als estatuts i la seva inscripció '.repeat(2)}`.slice(0, 150),
    };
    const { personal } = await attended({ name, language }, { title });
    const answer = await training.app.inject({ url: here(personal['certificateUrl']) });
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pdf = answer.rawPayload;
    if (process.env['ATENEU_KEEP_PDF'] !== undefined)
      await writeFile(`${process.env['ATENEU_KEEP_PDF']}/cert-${language}.pdf`, pdf);
    const text = (await textOf(pdf)).replaceAll(/\s+/g, ' ');
    expect(text.replaceAll(/\s/g, '')).toContain(name.replaceAll(/\s/g, ''));
    expect(text).toContain(language === 'ca' ? 'Certificat d’assistència' : 'Certificado de asistencia');
    expect(text).toContain(language === 'ca' ? '1 hora i 36 minuts' : '1 hora y 36 minutos');
    expect(text).toContain(personal['verificationCode']);
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(await missingFonts(pdf)).toEqual([]);
    const margins = await marginsOf(pdf);
    expect(Math.min(...Object.values(margins))).toBeGreaterThan(30);
    expect(what).not.toBe('');
  });
});
