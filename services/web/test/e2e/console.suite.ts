import { browserTestsRun } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { localDateTime } from '../../src/ui/fields.ts';
import { barriers, complaints, field, mailTo, person, type Person, signIn } from './people.ts';
import { stage } from './stage.ts';

/** What one person at one window does in these tests. */
function hands(who: () => Person) {
  return {
    to: (path: string) => who().visit(`/${who().language}/console${path}`),
    unfold: (label: string) => who().page.locator('summary', { hasText: label }).first().click(),
    clean: async (): Promise<void> => expect(await barriers(who().page)).toEqual([]),
    says: (text: string | RegExp) => who().page.getByText(text).first().waitFor(),
  };
}

/** A date and time of a form, some minutes from now. */
const inMinutes = (minutes: number): string =>
  localDateTime(new Date(Date.now() + minutes * 60_000).toISOString()) ?? '';

/** What a technician does with training, the directory and notices, by clicking alone and without any script. */
describe.skipIf(!browserTestsRun)('the console, by clicking', { timeout: 120_000 }, () => {
  describe('training, in Spanish on a phone', () => {
    const [language, window] = ['es', 'phone'] as const;
    const mark = `t${Date.now().toString(36)}`;
    const room = `Sala ${mark}`;
    const course = `Curs ${mark}`;
    const [soon, later] = [inMinutes(30), inMinutes(150)];
    let staff: Person;
    const { to, unfold, clean, says } = hands(() => staff);

    beforeAll(async () => {
      staff = await person(stage.browser, stage.origin, { language, window });
      await signIn(staff, 'Carme Ribas');
    });

    afterAll(() => staff?.leave());

    it('a room is added and edited; what has it at a time stands at the field of whoever wants it too', async () => {
      const { t, fill, press, page } = staff;
      await to('/rooms');
      await staff.follow(t.consoleCourses.newRoom);
      await fill(t.desk.name, room);
      await press(t.desk.save);
      await page.locator('.field-error').first().waitFor();
      await clean();
      await fill(t.consoleCourses.roomPlaces, '12');
      await press(t.desk.save);
      await staff.follow(t.desk.edit);
      await fill(t.consoleCourses.equipment, 'Projector');
      await press(t.desk.save);
      await says('Projector');

      await unfold(t.consoleCourses.book);
      await fill(t.consoleCourses.bookingTitle, 'Assemblea de sòcies');
      await fill(t.consoleCourses.bookingFrom, '2031-05-05T10:00');
      await fill(t.consoleCourses.bookingTo, '2031-05-05T12:00');
      await press(t.consoleCourses.book);
      await says(t.consoleCourses.booked);
      await unfold(t.consoleCourses.book);
      await fill(t.consoleCourses.bookingTitle, 'Una altra cosa');
      await fill(t.consoleCourses.bookingFrom, '2031-05-05T11:00');
      await fill(t.consoleCourses.bookingTo, '2031-05-05T13:00');
      await press(t.consoleCourses.book);
      await page
        .getByRole('row', { name: /Assemblea de sòcies/ })
        .getByText(t.consoleCourses.clash)
        .waitFor();
      await clean();

      await to('/sessions/new');
      await fill(t.consoleSessions.titleCa, 'Xoca');
      await fill(t.consoleSessions.summaryCa, 'Una sessió.');
      await fill(t.consoleSessions.startsAt, '2031-05-05T11:30');
      await fill(t.consoleSessions.endsAt, '2031-05-05T13:30');
      await field(page, t.consoleCourses.room).selectOption({ label: `${room} (12)` });
      await fill(t.consoleSessions.capacity, '10');
      await press(t.desk.save);
      expect(await page.locator('#roomId-error').innerText()).toContain('Assemblea de sòcies');
      await clean();
    });

    it('a course says what it is, what is asked and who gets a certificate, and two edits of it stand side by side', async () => {
      const { t, fill, press, page } = staff;
      const c = t.consoleCourses;
      await to('/courses');
      await staff.follow(c.create);
      await fill(t.consoleSessions.titleCa, course);
      await fill(t.consoleSessions.summaryCa, 'Quatre sessions per començar.');
      await field(page, c.kind).selectOption('course');
      await field(page, c.actuacio).selectOption('2024-2025 2.1');
      await fill(c.minimumPercent, '200');
      await fill(c.topics, 'cooperatives, economia');
      await unfold(c.questions);
      await page.locator('[id="programme.questions.0.label.ca"]').fill('Quin torn us va bé?');
      await page.locator('[id="programme.questions.0.type"]').selectOption('choice');
      await page.locator('[id="programme.questions.0.options"]').fill('Matí | Mañana\nTarda | Tarde');
      await press(t.desk.save);
      await page.locator('[id="programme.certificate.minimumPercent-error"]').waitFor();
      await clean();
      await fill(c.minimumPercent, '80');
      await press(t.desk.save);
      await says(c.certificateRule(80));
      await says('Quin torn us va bé?');
      await says(/2024-2025 · 2\.1/);

      const other = await person(stage.browser, stage.origin, { language, window, scripts: false });
      await signIn(other, 'Tània Soler');
      await other.visit(`/${language}/console/courses`);
      await other.follow(course);
      for (const one of [staff, other]) await one.follow(t.desk.edit);
      await other.fill(c.topics, 'habitatge');
      await other.press(t.desk.save);
      await other.leave();
      await fill(c.topics, 'consum');
      await press(t.desk.save);
      expect(await page.locator('.error-summary').innerText()).toMatch(/habitatge[\s\S]*consum/);
      await clean();
      await press(t.desk.save);
      await says('consum');
    });

    it('a session of it takes the room; somebody is enrolled by hand, comes in by name, and another by their code', async () => {
      const { t, fill, press, page } = staff;
      const c = t.consoleCourses;
      await staff.follow(c.addSession);
      await fill(t.consoleSessions.titleCa, `Primera ${mark}`);
      await fill(t.consoleSessions.summaryCa, 'La primera.');
      await fill(t.consoleSessions.startsAt, soon);
      await fill(t.consoleSessions.endsAt, later);
      await fill(t.consoleSessions.venue, 'Can Serra');
      await field(page, c.room).selectOption({ label: `${room} (12)` });
      await fill(t.consoleSessions.capacity, '12');
      await unfold(c.more);
      await fill(c.offerHours, '24');
      await press(t.desk.save);
      const session = page.url();
      await staff.follow(course);
      await press(c.publish);
      await page.getByRole('link', { name: `Primera ${mark}` }).click();
      for (const name of ['Ada Mas', 'Berta Pons']) {
        await unfold(c.enrolByHand);
        await fill(t.training.name, name);
        await fill(t.training.email, `${name.split(' ')[0]?.toLowerCase()}.${mark}@example.org`);
        await page.getByLabel(new RegExp(c.enrolConsent)).check();
        await press(c.enrolByHand);
        await says(c.enrolledNow);
      }
      await clean();
      await staff.follow('Ada Mas');
      await says(t.desk.history);
      await clean();

      await page.goto(`${session}/door`);
      await clean();
      await page.locator('#q').fill('ada');
      await page.locator('form.search button[type=submit]').click();
      await page.getByRole('button', { name: c.checkInOf('Ada Mas') }).click();
      await says(c.arrived(1, 2));
      const { text } = await mailTo(stage.origin, `berta.${mark}@example.org`, new RegExp(`Primera ${mark}`));
      await fill(c.code, 'ZZZZ-ZZZZ-ZZZZ');
      await press(c.checkIn);
      await page.locator('.notice-danger').waitFor();
      await fill(c.code, /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0] ?? '');
      await press(c.checkIn);
      await says(c.arrived(2, 2));

      await press(c.openDesk);
      await page.getByRole('img', { name: c.deskQr }).waitFor();
      await clean();
      await page.locator('#desk').click();
      await page.getByText('Ada Mas').or(page.getByText(/2/)).first().waitFor();
      expect(page.url()).toContain('/check-in-desks/');
      await page.goto(session);
    });

    it('who came gets a certificate, which is taken back with a reason', async () => {
      const { t, press, page } = staff;
      const c = t.consoleCourses;
      await press(t.consoleSessions.start);
      await press(t.consoleSessions.hold);
      await staff.follow(course);
      await says('100 %');
      await press(c.issue);
      await page
        .getByRole('row', { name: /Berta Pons/ })
        .getByText(c.valid)
        .waitFor();
      await clean();
      const pdf = await page.getByRole('link', { name: c.downloadOf('Ada Mas') }).getAttribute('href');
      const answer = await page.context().request.get(stage.origin + pdf);
      expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
      const row = page.getByRole('row', { name: /Ada Mas/ }).filter({ hasText: c.valid });
      await row.locator('summary').click();
      await row.getByLabel(c.revokeReason).fill('No hi era.');
      await row.getByRole('button').click();
      await says(c.revokedDone);
      await says('No hi era.');
      await to('/certificates');
      await says(c.revoked);
      await clean();
    });

    it('a person, a session and a course are found from anywhere by a few words', async () => {
      const { t, page } = staff;
      const c = t.consoleCourses;
      const look = async (q: string): Promise<void> => {
        await page.locator('#search-all').fill(q);
        await page.locator('#search-all').press('Enter');
      };
      const found = page.getByRole('listitem').filter({ hasText: 'Ada Mas' });
      await look('MÀS ada');
      await found.filter({ hasText: c.certificate }).first().waitFor();
      await clean();
      await look(`mas ${mark}`);
      await found.filter({ hasText: c.enrolment }).getByRole('link').click();
      await page.getByRole('heading', { name: c.enrolmentOf('Ada Mas') }).waitFor();
      await look(`curs ${mark}`.toUpperCase());
      await staff.follow(course);
      await says('100 %');
    });

    it('pupils of a school are counted by head', async () => {
      const { t, fill, press, page } = staff;
      const c = t.consoleCourses;
      await to('/sessions/new');
      await fill(t.consoleSessions.titleCa, `Institut ${mark}`);
      await fill(t.consoleSessions.summaryCa, 'Per a un institut.');
      await fill(t.consoleSessions.startsAt, soon);
      await fill(t.consoleSessions.endsAt, later);
      await fill(t.consoleSessions.venue, 'Institut Bellvitge');
      await fill(t.consoleSessions.capacity, '60');
      await unfold(c.more);
      await page.getByLabel(new RegExp(c.forMinors)).check();
      await press(t.desk.save);
      await press(t.consoleSessions.publish);
      await press(t.consoleSessions.start);
      await staff.follow(c.headCounts);
      await page.locator('[id="items.0.school"]').fill('Institut Bellvitge');
      await page.locator('[id="items.0.pupils"]').fill('24');
      await press(t.desk.save);
      await page.locator('[id="items.0.grade-error"]').waitFor();
      await clean();
      await page.locator('[id="items.0.grade"]').selectOption('secondary');
      await press(t.desk.save);
      await says(c.pupilsTotal(24));
    });
  });

  describe('the directory and notices, in Catalan on a desktop', () => {
    const [language, window] = ['ca', 'desktop'] as const;
    const mark = `d${Date.now().toString(36)}`;
    let staff: Person;
    const { to, unfold, clean, says } = hands(() => staff);

    beforeAll(async () => {
      staff = await person(stage.browser, stage.origin, { language, window });
      await signIn(staff, 'Carme Ribas');
    });

    afterAll(() => staff?.leave());

    it('a file is imported: columns chosen, each line told before anything changes, and found again when it is done', async () => {
      const { t, press, page } = staff;
      const d = t.consoleDirectory;
      const lines = [
        'Codi;Nom;Què fan;Forma;Àmbit',
        `1;Obrador ${mark};Pa i pastes.;associacio;Menjar`,
        `2;Taller ${mark};Arreglen bicis.;cap-forma;Menjar`,
      ];
      await to('/imports');
      await clean();
      await press(d.check);
      expect(await page.locator('#file-error').innerText()).toBe(d.fileMissing);
      const send = async (bestEffort: boolean): Promise<void> => {
        await to('/imports');
        await page.locator('#file').setInputFiles({
          name: 'entitats.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(lines.join('\r\n')),
        });
        await staff.fill(d.source, `llista-${mark}`);
        if (bestEffort) await page.getByLabel(d.bestEffort).check();
        await page.getByLabel(new RegExp(d.publishNew.slice(0, 12))).check();
        await press(d.check);
        await page.getByRole('heading', { name: d.mappingTitle }).waitFor();
        await clean();
        expect(await page.locator('[id="column.external_id"]').inputValue()).toBe('Codi');
        await page.locator('[id="column.summary_ca"]').selectOption('Què fan');
        await page.locator('[id="column.legal_form"]').selectOption('Forma');
        await unfold(d.values);
        await page.locator('[id="words.sectors"]').fill('Menjar = alimentacio');
        await press(d.check);
        await page.getByRole('heading', { name: d.report }).waitFor();
        await says(d.checked);
        await page.getByRole('row', { name: new RegExp(d.refusedLine) }).waitFor();
        await clean();
      };
      await send(false);
      // Wrong lines were to stop everything: there is nothing to apply. Sent again, the others may go in.
      await says(d.stopped);
      expect(await page.locator('summary', { hasText: d.apply }).count()).toBe(0);
      await send(true);
      await page.locator('summary', { hasText: d.apply }).click();
      await press(t.desk.confirmSure);
      await page.getByRole('heading', { name: d.report }).waitFor();
      await to('/imports');
      await staff.follow(`llista-${mark}`);
      await says(d.done);
      await page.getByRole('link', { name: new RegExp(`^${d.create} `) }).click();
      await staff.follow(d.see);
      await page.getByRole('heading', { level: 1, name: `Obrador ${mark}` }).waitFor();
    });

    it('a good practice is written about an initiative, read as the public will, published and withdrawn', async () => {
      const { t, fill, press, page } = staff;
      const d = t.consoleDirectory;
      await to('/initiatives?status=published');
      await staff.follow(`Obrador ${mark}`);
      await staff.follow(d.practiceFrom);
      expect(await page.locator('[id="initiativeIds.0.name"]').inputValue()).toBe(`Obrador ${mark}`);
      await fill(d.titleCa, `Compra col·lectiva ${mark}`);
      await fill(d.summaryCa, 'Quaranta famílies compren juntes.');
      await fill(d.bodyCa, 'Primer paràgraf.\n\nSegon paràgraf.');
      await page.locator('[id="initiativeIds.1.name"]').fill(`Obradr ${mark}`);
      await press(t.desk.save);
      expect(await page.locator('[id="initiativeIds.1.name-error"]').innerText()).toContain(`Obrador ${mark}`);
      await clean();
      await page.locator('[id="initiativeIds.1.name"]').fill('');
      await press(t.desk.save);
      await says('Segon paràgraf.');
      await clean();
      await press(t.console.publish);
      await says(d.statusPublished);
      await page.getByRole('link', { name: `Compra col·lectiva ${mark}` }).click();
      await page.getByRole('heading', { level: 1, name: `Compra col·lectiva ${mark}` }).waitFor();
      await to('/practices');
      await staff.follow(`Compra col·lectiva ${mark}`);
      await page.locator('summary', { hasText: d.withdraw }).click();
      await press(t.desk.confirmSure);
      await says(d.statusUnpublished);
    });

    it('the words of a message are seen before they count, written, not lost to another, and taken back', async () => {
      const { t, fill, press, page } = staff;
      const n = t.consoleNotices;
      await to('/texts');
      await clean();
      await page.getByRole('link', { name: n.catalan }).click();
      await staff.follow(t.noticeKinds['enrolment-confirmed']);
      const other = await person(stage.browser, stage.origin, { language, window, scripts: false });
      await signIn(other, 'Carme Ribas');
      await other.page.goto(page.url());
      await fill(n.subject, 'Hola {{ titol }}');
      await fill(n.paragraphs, 'Ens veurem {{ startsAt | moment }}.\n\nFins aviat.');
      await press(n.seePreview);
      expect(await page.locator('#subject-error').innerText()).toContain('titol');
      await clean();
      await fill(n.subject, `${mark} {{ title | text }}`);
      await press(n.seePreview);
      await page.getByRole('region', { name: n.preview }).getByText(mark).waitFor();
      await says(n.isBuiltIn);
      await press(t.desk.save);
      await says(n.isEdited);

      await other.fill(n.subject, 'Un altre assumpte');
      await other.fill(n.paragraphs, 'Un altre text.');
      await other.press(t.desk.save);
      expect(await other.page.locator('.error-summary').innerText()).toMatch(new RegExp(`${mark}[\\s\\S]*Un altre`));
      await other.leave();
      await clean();
      await page
        .getByRole('listitem')
        .filter({ hasText: n.builtIn })
        .last()
        .getByRole('button', { name: n.takeUp })
        .click();
      await says(n.isBuiltIn);
    });

    it('an address that gets nothing is stopped, found and written to again; a message is sent once more', async () => {
      const { t, fill, press, page } = staff;
      const n = t.consoleNotices;
      const address = `aturada.${mark}@example.org`;
      await to('/suppressions');
      await unfold(n.stop);
      await fill(n.address, address);
      await press(n.stop);
      await page.locator('#detail-error').waitFor();
      await clean();
      await fill(n.stopWhy, 'Ho ha demanat per telèfon.');
      await press(n.stop);
      await says(n.stopped);
      await page.locator('#search').fill(address);
      await page.locator('.search button').click();
      const row = page.getByRole('row', { name: new RegExp(address) });
      await row.locator('summary').click();
      await clean();
      await row.getByLabel(n.liftWhy).fill('Ha tornat a trucar.');
      await row.getByRole('button').click();
      await says(n.lifted);

      await to('/deliveries?status=sent');
      await page.locator('tbody a').first().click();
      await page.locator('summary', { hasText: t.consolePartners.resend }).click();
      await press(t.desk.confirmSure);
      await says(t.consolePartners.resent);
      await clean();
    });
  });

  it.each([
    {
      language: 'ca',
      window: 'desktop',
      paths: ['/sessions/new', '/courses', '/courses/new', '/rooms', '/rooms/new', '/certificates'],
    },
    {
      language: 'es',
      window: 'phone',
      paths: ['/practices', '/practices/new', '/overdue', '/imports', '/texts', '/suppressions', '/search?q=mas'],
    },
  ] as const)(
    'no page of these keeps anybody out in the dark, in $language on a $window',
    async ({ language, window, paths }) => {
      const reader = await person(stage.browser, stage.origin, { language, window });
      await reader.page.emulateMedia({ colorScheme: 'dark' });
      await signIn(reader, 'Carme Ribas');
      const found: string[] = [];
      for (const path of paths) {
        await reader.visit(`/${language}/console${path}`);
        found.push(...(await barriers(reader.page)));
        const first = reader.page.locator('tbody th a').first();
        if ((await first.count()) === 0) continue;
        await first.click();
        found.push(...(await barriers(reader.page)));
      }
      await reader.leave();
      expect(found).toEqual([]);
    },
  );

  it('no page complained of its scripts, its styles or the policy that guards them', () => {
    expect(complaints).toEqual([]);
  });
});
