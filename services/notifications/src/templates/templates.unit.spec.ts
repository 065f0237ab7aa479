import {
  catalogue,
  enrolmentCancelled,
  enrolmentConfirmed,
  enrolmentRescheduled,
  initiativePublished,
  initiativeRejected,
} from '@ateneu/events';
import { describe, expect, it } from 'vitest';

import { findTemplate, templates } from './index.ts';
import type { MailTemplate } from './mail-template.ts';
import { type RenderedMail, renderMail } from './render.ts';
import { createTools } from './tools.ts';

const toolsFor = createTools('https://ateneu.example/directori/{slug}');
const languages = ['ca', 'es'] as const;
const everyMail = templates.flatMap((template) =>
  languages.map((language) => ({ template, language, kind: template.kind })),
);

/** Renders the example of an event, changed as the test says. */
function render(
  template: MailTemplate,
  language: 'ca' | 'es' | 'en',
  change: (data: unknown) => unknown = (data) => data,
): RenderedMail {
  const data = template.contract.dataSchema.parse(change(structuredClone(template.contract.example)));
  const written = template.write(data, language, toolsFor);
  return renderMail(written.content, { name: template.recipientOf(data)?.name ?? '', language: written.language });
}

/** Replaces every text of an event's data, but for addresses, codes and instants, by a hostile one. */
function poison(value: unknown, hostile: string, path = ''): unknown {
  if (typeof value === 'string') return /(name|title|ca|es|venue|note|projectName)$/i.test(path) ? hostile : value;
  if (Array.isArray(value)) return value.map((item) => poison(item, hostile, path));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, poison(item, hostile, key)]));
}

/** Events that notifications react to without writing to anybody by themselves. */
const withoutMail = new Set([
  'cat.ateneulh.accompaniment.partner.updated.v1',
  'cat.ateneulh.accompaniment.person-data.erased.v1',
  'cat.ateneulh.directory.freshness.overdue.v1',
  // What waits for the team, for its digest.
  'cat.ateneulh.directory.initiative.updated.v1',
  'cat.ateneulh.directory.initiative.unpublished.v1',
  'cat.ateneulh.directory.initiative.archived.v1',
  'cat.ateneulh.accompaniment.referral.rerouted.v1',
  'cat.ateneulh.accompaniment.referral.withdrawn.v1',
  'cat.ateneulh.accompaniment.referral.expired.v1',
  'cat.ateneulh.accompaniment.intake.confirmed.v1',
]);
/** Partners' copies are posted to their endpoints. */
const isPartnersCopy = (type: string): boolean => type.startsWith('cat.ateneulh.accompaniment.partner-referral.');

describe('every event', () => {
  it('whose contract says that notifications consume it has a message, or is known to need none', () => {
    const withMail = new Set(templates.map((template) => template.contract.type));
    const named = catalogue.filter(({ consumers }) => consumers.includes('notifications')).map(({ type }) => type);
    expect(named.filter((type) => !withMail.has(type) && !withoutMail.has(type) && !isPartnersCopy(type))).toEqual([]);
    expect([...withoutMail].filter((type) => withMail.has(type) || !named.includes(type))).toEqual([]);
  });
});

describe('every message', () => {
  it('is of a kind of its own, and is found by it', () => {
    expect(new Set(templates.map((template) => template.kind)).size).toBe(templates.length);
    expect(templates.every((template) => findTemplate(template.kind) === template)).toBe(true);
    expect(findTemplate('__proto__')).toBeUndefined();
  });

  it.each(everyMail)(
    '$kind in $language is whole: nothing undefined, no placeholder left',
    ({ template, language }) => {
      const mail = render(template, language);
      expect(mail.language).toBe(language);
      for (const part of [mail.subject, mail.text, mail.html]) {
        expect(part).not.toMatch(/undefined|null|NaN|Invalid Date|\[object|\{\w+\}/);
        expect(part.trim()).not.toBe('');
      }
      expect(mail.html).toContain(`<html lang="${language}"`);
      expect(mail.subject.length).toBeLessThan(120);
    },
  );

  it.each(everyMail)('$kind in $language says the same in text and in HTML', ({ template, language }) => {
    const mail = render(template, language);
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
    const shown = words(
      mail.html
        .replace(/<title>.*<\/title>/, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&'),
    );
    const lines = mail.text
      .split('\n')
      .map(words)
      .filter((line) => line !== '' && line !== '--');
    for (const line of lines) expect(shown).toContain(line.replace(/:$/, ''));
  });

  it.each(everyMail)('$kind in $language carries nobody’s markup', ({ template, language }) => {
    const hostile = `<script>alert(1)</script>"' onload='x' &amp; <img src=x onerror=alert(1)>`;
    const mail = render(template, language, (data) => poison(data, hostile));
    expect(mail.html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>|onload='|"' onload/);
    expect(mail.html).not.toMatch(/href="(?!https?:)/);
    const tags = [...mail.html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
    const usual = new Set([
      'img',
      'html',
      'head',
      'meta',
      'title',
      'body',
      'div',
      'h1',
      'p',
      'ul',
      'li',
      'strong',
      'br',
      'a',
    ]);
    expect(tags.filter((tag) => !usual.has(tag ?? ''))).toEqual([]);
    // The one picture is the code at the door, from our own address.
    expect(mail.html.replaceAll('<img src="https://ateneu.example/training/', '')).not.toContain('<img');
  });

  it.each(everyMail)(
    '$kind in $language keeps its subject on one line, whatever its values hold',
    ({ template, language }) => {
      const mail = render(template, language, (data) =>
        poison(data, 'Ana\r\nBcc: tothom@example.org\r\n\r\nCompreu\u2028ara\u202e\u0000'),
      );
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
      expect(mail.text).not.toMatch(/[\r\0\u202e]/);
    },
  );
});

describe('a message about an initiative', () => {
  it('goes to nobody where the event names nobody', () => {
    const template = findTemplate('initiative-published');
    const { personal, ...data } = initiativePublished.example;
    expect(personal).toBeDefined();
    expect(template?.recipientOf(initiativePublished.dataSchema.parse(data))).toBeUndefined();
  });

  it('links to its page where the website has one, and to nothing where it has none', () => {
    const template = findTemplate('initiative-published');
    const data = initiativePublished.dataSchema.parse(initiativePublished.example);
    const action = (page: string | undefined) => template?.write(data, 'es', createTools(page)).content.action?.url;
    expect(action('https://ateneu.example/directori/{slug}')).toBe(`https://ateneu.example/directori/${data.slug}`);
    expect(action(undefined)).toBeUndefined();
  });

  it('leaves a reason out that it has no words for, rather than show a code', () => {
    const template = findTemplate('initiative-rejected');
    const data = { ...initiativeRejected.example, reasonCode: 'constructor' };
    const content = template?.write(initiativeRejected.dataSchema.parse(data), 'ca', toolsFor).content;
    expect(content?.facts).toEqual([]);
  });
});

describe('a message about a session that moved', () => {
  const template = findTemplate('enrolment-rescheduled');
  if (template === undefined) throw new Error('There is no such template.');
  const change = (changes: object) => (data: unknown) => ({ ...(data as object), ...changes });

  it('says what it is now, what it was and why, and where to keep or cancel', () => {
    const { text } = render(template, 'ca');
    expect(text).toContain('dimarts, 14 d’abril del 2026, de 18:00 a 20:00');
    expect(text).toContain('dimarts, 7 d’abril del 2026, de 18:00 a 20:00');
    expect(text).toContain('Biblioteca Tecla Sala');
    expect(text).toContain('La formadora no pot venir aquell dia.');
    expect(text).toContain(enrolmentRescheduled.example.personal.manageUrl);
    expect(render(template, 'es').text).toContain('La formadora no puede venir ese día.');
  });

  it('repeats nothing that stays as it was', () => {
    const { startsAt, endsAt, venue, mode } = enrolmentRescheduled.example;
    const elsewhere = change({ previous: { startsAt, endsAt, mode, venue: 'Can Serra' } });
    expect(render(template, 'ca', elsewhere).text).not.toContain('Abans, quan');
    const another = change({ previous: { ...enrolmentRescheduled.example.previous, venue } });
    expect(render(template, 'ca', another).text).not.toContain('Abans, on');
  });

  it('promises a place to whoever has one, and a turn to whoever waits', () => {
    expect(render(template, 'ca').text).toContain('Us guardem la plaça.');
    const waiting = render(template, 'ca', change({ status: 'waiting' })).text;
    expect(waiting).toContain('Conserveu el vostre torn');
    expect(waiting).not.toContain('plaça');
  });
});

describe('a message about an enrolment that ended', () => {
  const template = findTemplate('enrolment-cancelled');
  if (template === undefined) throw new Error('There is no such message.');
  const because = (cause: string) => (data: unknown) => ({ ...(data as object), cause });

  it.each([
    ['offer-expired', 'ca', 'us podeu tornar a inscriure'],
    ['offer-expired', 'es', 'puede volver a inscribirse'],
    ['offer-expired', 'en', 'you can enrol again'],
    ['offer-declined', 'ca', 'Heu dit que no voleu la plaça'],
    ['offer-declined', 'es', 'Ha dicho que no quiere la plaza'],
    ['offer-declined', 'en', 'You said that you do not want the place'],
    ['toString', 'ca', 'L’equip de l’Ateneu ha anul·lat la vostra inscripció.'],
  ] as const)('with %s says in %s what became of it', (cause, language, sentence) => {
    expect(render(template, language, because(cause)).text.replaceAll('\n', ' ')).toContain(sentence);
  });

  it('is not written to whoever was moved, because they are told of their new session', () => {
    const recipientOf = (cause: string) =>
      template.recipientOf({ ...structuredClone(enrolmentCancelled.example), cause });
    expect(recipientOf('moved')).toBeUndefined();
    expect(recipientOf('offer-expired')).toMatchObject({ email: enrolmentCancelled.example.personal.email });
  });
});

describe('a message about an enrolment', () => {
  const template = findTemplate('enrolment-confirmed');
  if (template === undefined) throw new Error('There is no such template.');

  it.each([
    ['ca', '2026-01-14T17:00:00.000Z', '2026-01-14T19:30:00.000Z', 'dimecres, 14 de gener del 2026, de 18:00 a 20:30'],
    ['es', '2026-07-14T16:00:00.000Z', '2026-07-14T18:00:00.000Z', 'martes, 14 de julio de 2026, de 18:00 a 20:00'],
    // Late in the evening UTC it is already the next day in L'Hospitalet.
    ['ca', '2026-03-31T22:30:00.000Z', '2026-03-31T23:30:00.000Z', 'dimecres, 1 d’abril del 2026, de 00:30 a 01:30'],
    [
      'es',
      '2026-05-08T16:00:00.000Z',
      '2026-05-09T12:00:00.000Z',
      'del viernes, 8 de mayo de 2026, 18:00 al sábado, 9 de mayo de 2026, 14:00',
    ],
  ] as const)('says in %s when it is, as a clock in L’Hospitalet shows it', (language, startsAt, endsAt, expected) => {
    expect(render(template, language, (data) => ({ ...(data as object), startsAt, endsAt })).text).toContain(expected);
  });

  it.each([
    ['ca', 'El codi QR'],
    ['es', 'El código QR'],
    ['en', 'The QR code'],
  ] as const)(
    'shows the QR code in %s, says the code where no picture is shown, and has its link',
    (language, label) => {
      const { checkInQrUrl, checkInCode } = enrolmentConfirmed.example.personal;
      const mail = render(template, language);
      expect(mail.html).toContain(`<img src="${checkInQrUrl}" alt="${label}: ${checkInCode}" width="200" height="200"`);
      expect(mail.html.match(/<img/g)).toHaveLength(1);
      expect(mail.html).toContain(`<a href="${checkInQrUrl}"`);
      expect(mail.text).toContain(`${checkInCode}\n${label}:\n${checkInQrUrl}`);
    },
  );

  it('shows no picture to whoever has no code', () => {
    const { personal } = enrolmentConfirmed.example;
    const { checkInQrUrl: _, checkInCode: __, ...rest } = personal;
    expect(render(template, 'ca', (data) => ({ ...(data as object), personal: rest })).html).not.toContain('<img');
  });

  it('is in Catalan for a language that we do not speak', () => {
    const data = enrolmentConfirmed.dataSchema.parse({
      ...enrolmentConfirmed.example,
      personal: { ...enrolmentConfirmed.example.personal, language: 'de' },
    });
    expect(template.recipientOf(data)?.language).toBe('ca');
  });

  it('is not written at all with an address that no browser should open', () => {
    const poisoned = (data: unknown) => {
      const { personal, ...rest } = data as typeof enrolmentConfirmed.example;
      return { ...rest, personal: { ...personal, manageUrl: 'javascript:alert(1)' } };
    };
    expect(() => render(template, 'ca', poisoned)).toThrow(TypeError);
  });

  it('greets by name, but not by an advertisement in its place', () => {
    const named = (name: string) =>
      render(template, 'ca', (data) => {
        const { personal, ...rest } = data as typeof enrolmentConfirmed.example;
        return { ...rest, personal: { ...personal, name } };
      }).text.split('\n')[0];
    expect(named('Fatima El Amrani')).toBe('Hola, Fatima El Amrani:');
    expect(named('Visiteu https://guanya.example')).toBe('Hola:');
    expect(named('guanya.example')).toBe('Hola:');
    expect(named('a'.repeat(200))).toBe('Hola:');
  });
});
