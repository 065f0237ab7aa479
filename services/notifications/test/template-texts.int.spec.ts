import { enrolmentConfirmed } from '@ateneu/events';
import { browserTestsRun, launchBrowser } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { templates } from '../src/templates/index.ts';
import { type RunningService, startNotifications, to } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await startNotifications();
});
afterAll(() => service.close());

const url = (language = 'ca', more = ''): string => `/v1/staff/templates/enrolment-confirmed/texts/${language}${more}`;
const read = async (language = 'ca') => (await service.ask('technician', 'GET', url(language))).json();
const save = async (text: object, language = 'ca', version?: number) =>
  service.ask(
    'coordinator',
    'PUT',
    url(language),
    { 'if-match': `"${version ?? (await read(language)).version}"` },
    text,
  );
let people = 0;
const mail = async (language: string): Promise<{ subject: string; text: string }> => {
  const email = `alumna${(people += 1)}@example.org`;
  await service.publish(enrolmentConfirmed, to({ email, language }));
  const mine = () => service.inbox.arrivals.filter(({ recipients }) => recipients.includes(email));
  await expect.poll(mine).toHaveLength(1);
  const [arrival] = mine();
  return { subject: arrival?.mail.subject ?? '', text: arrival?.mail.text ?? '' };
};
const words = {
  subject: 'Us esperem: {{ title | text }}',
  paragraphs: ['Ens veurem {{ startsAt | moment }}.', '{% if venue %}Serà a {{ venue }}.{% endif %}'],
  closing: ['Fins aviat, {{ personal.name }}!'],
};

describe('the words of a message', () => {
  it('are written anew without deploying, in one language, and what is not words stays', async () => {
    expect(await read()).toMatchObject({
      version: 0,
      text: null,
      builtIn: { subject: expect.stringContaining('{{ title | text }}') },
    });
    const saved = await save({ ...words, comment: 'Més proper.' });
    expect(saved.json()).toEqual({ version: 1, edited: true });
    const { subject, text } = await mail('ca');
    expect(subject).toBe('Us esperem: Com crear una cooperativa de treball');
    expect(text).toContain('Ens veurem dimarts, 14 d’abril del 2026, a les 18:00.');
    expect(text).toContain('Serà a Centre Cultural Barradas');
    expect(text).toContain('Fins aviat, Núria Vidal i Roca!');
    expect(text).toContain('Mira o anul·la la inscripció:');
    expect((await mail('es')).subject).toBe('Tiene plaza: Cómo crear una cooperativa de trabajo');
  });

  it('keep their history, and earlier ones or the built-in ones are taken up again', async () => {
    const { version } = await read();
    await save({ ...words, subject: 'Una altra cosa' });
    const revert = async (to: number) =>
      service.ask('coordinator', 'POST', url('ca', '/revert'), { 'if-match': `"${(await read()).version}"` }, { to });
    expect((await revert(version)).json()).toEqual({ version: version + 2, edited: true });
    expect((await read()).text.subject).toBe(words.subject);
    expect((await revert(0)).json()).toEqual({ version: version + 3, edited: false });
    expect((await mail('ca')).subject).toBe('Teniu plaça: Com crear una cooperativa de treball');
    expect((await revert(99)).statusCode).toBe(404);
    const { items } = (await service.ask('technician', 'GET', url('ca', '/history'))).json();
    expect(items.map((item: { version: number }) => item.version)).toEqual([
      version + 3,
      version + 2,
      version + 1,
      version,
    ]);
    expect(items[0]).toMatchObject({ text: null, author: 'Carme Ribas' });
  });

  it.each([
    ['a field that the event lacks', { subject: 'Hola {{ titol }}' }, 'titol'],
    ['a field one level down that the event lacks', { paragraphs: ['{{ personal.phone }}'] }, 'personal.phone'],
    ['a filter that there is not', { subject: '{{ title | text | upcase }}' }, 'upcase'],
    ['a file of the machine', { paragraphs: ['{% include "/etc/passwd" %}'] }, 'include'],
    ['a loop', { paragraphs: ['{% for x in (1..1000000) %}{{ x }}{% endfor %}'] }, 'for'],
    ['an open brace', { paragraphs: ['{{ title | text '] }, 'paragraphs/0'],
    ['a field with parts and no filter', { subject: '{{ title }}' }, 'subject'],
    ['nothing in the subject', { subject: '{% if venue == "x" %}x{% endif %}' }, 'subject'],
    ['the insides of the program', { subject: '{{ title.constructor }}' }, 'title.constructor'],
  ])('are refused at save for %s, by name, and nothing changes', async (_what, change, named) => {
    const before = await read();
    const answer = await save({ ...words, ...change });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'notifications.template-text.refused' });
    expect(JSON.stringify(answer.json())).toContain(named);
    expect(await read()).toEqual(before);
    const preview = await service.ask('coordinator', 'POST', url('ca', '/preview'), {}, { ...words, ...change });
    expect(preview.statusCode).toBe(422);
  });

  it('are refused in the language of whoever writes them', async () => {
    const answer = await service.ask(
      'coordinator',
      'POST',
      url('ca', '/preview'),
      { 'accept-language': 'es' },
      { ...words, subject: 'Hola {{ titol }}' },
    );
    expect((answer.json() as { detail: string }).detail).toContain(
      'subject: Este mensaje no tiene ningún campo titol.',
    );
  });

  it('are seen before they are saved', async () => {
    const preview = (await service.ask('coordinator', 'POST', url('es', '/preview'), {}, words)).json();
    expect(preview.subject).toBe('Us esperem: Cómo crear una cooperativa de trabajo');
    expect(preview.html).toContain('<h1');
    expect((await read('es')).version).toBe(0);
  });

  it('are not lost to somebody who read an older version, nor written by a technician', async () => {
    await save(words, 'en');
    expect((await save(words, 'en', 0)).statusCode).toBe(412);
    const answer = await service.ask('technician', 'PUT', url('en'), { 'if-match': '"1"' }, words);
    expect(answer.statusCode).toBe(403);
  });

  it('carry no markup into the message, whoever wrote them', async () => {
    await save({ ...words, paragraphs: ['<img src=x onerror=alert(1)> {{ title | text }}'] }, 'es');
    const preview = await service.ask(
      'technician',
      'GET',
      '/v1/staff/templates/enrolment-confirmed/preview?language=es',
    );
    expect(preview.body).not.toContain('<img src=x');
    expect(preview.body).toContain('&lt;img');
  });
});

describe('the page of all messages', () => {
  it('shows every one, in the language asked for', async () => {
    const page = await service.ask('technician', 'GET', '/v1/staff/templates/previews?language=es');
    expect(page.headers['content-type']).toContain('text/html');
    expect(templates.filter(({ kind }) => !page.body.includes(`<section id="${kind}">`))).toEqual([]);
    expect(page.body.includes('Su certificado: Cómo crear')).toBe(true);
  });

  describe.skipIf(!browserTestsRun)('in a browser', () => {
    let browser: Awaited<ReturnType<typeof launchBrowser>>;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser.close());

    it.each([
      ['light', 390],
      ['dark', 390],
      ['light', 1280],
    ] as const)(
      'fits, runs nothing and breaks nothing: %s, %i px wide',
      { timeout: 60_000 },
      async (colorScheme, width) => {
        const { body, headers } = await service.ask('technician', 'GET', '/v1/staff/templates/previews');
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
        try {
          await page.route('**/*', (route) =>
            route.fulfill({
              body,
              contentType: 'text/html; charset=utf-8',
              headers: { 'content-security-policy': String(headers['content-security-policy']) },
            }),
          );
          await page.goto('http://previews.example/');
          const frames = page.frames().filter((frame) => frame !== page.mainFrame());
          expect(frames).toHaveLength(templates.length);
          for (const frame of frames) {
            const overflow = await frame.evaluate(
              'document.documentElement.scrollWidth > document.documentElement.clientWidth',
            );
            expect(overflow, await frame.title()).toBe(false);
          }
          const folder = process.env['ATENEU_PICTURES'];
          for (const kind of folder === undefined
            ? []
            : ['session-reminder', 'subscription-digest', 'referral-sent-partner']) {
            const path = `${folder}/${kind}-${colorScheme}-${width}.png`;
            await page.locator(`#${kind}`).screenshot({ path });
          }
        } finally {
          await page.close();
        }
      },
    );
  });
});
