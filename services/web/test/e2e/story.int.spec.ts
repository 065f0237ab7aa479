import { readFile } from 'node:fs/promises';

import { browserTestsRun } from '@ateneu/testing';
import { clientTypes, format, readDocuments, typesFile } from '../../scripts/client-types.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { followLinks } from './crawl.ts';
import { barriers, comeIn, complaints, field, mailTo, person, type Person, publicPath, signIn } from './people.ts';
import { playScenario } from './scenario.ts';
import { stage } from './stage.ts';

/** The story of the platform, by clicking alone, as it is told on each sort of window. */
describe.skipIf(!browserTestsRun)('the story, by clicking', { timeout: 240_000 }, () => {
  // Each role in each language in each window; two at once, since much of it is waiting for what travels.
  describe.each(['desktop', 'phone'] as const)('the platform’s own scenario, on a %s', (window) => {
    it.concurrent.each(['ca', 'es'] as const)('in %s', async (language) => {
      await playScenario({ browser: stage.browser, origin: stage.origin, language, window });
      expect(complaints).toEqual([]);
    });
  });

  // What is not in the scenario, once: where it is narrowest and not in the first language. That each of its pages is right
  // in both languages and windows is looked at page by page.
  describe('what else there is to tell, in Spanish on a phone', () => {
    const [language, window] = ['es', 'phone'] as const;
    const mark = `${language}${Date.now().toString(36)}`;
    const address = (who: string) => `${who}.${mark}@example.org`;
    const initiative = `Forn ${mark}`;
    const workshop = `Taller ${mark}`;
    const partnerName = `Entitat ${mark}`;
    let citizen: Person;
    let staff: Person;
    let partner: Person;

    beforeAll(async () => {
      [citizen, staff, partner] = await Promise.all([
        // Nothing that a citizen does needs a script.
        person(stage.browser, stage.origin, { language, window, scripts: false }),
        person(stage.browser, stage.origin, { language, window }),
        person(stage.browser, stage.origin, { language, window }),
      ]);
    });

    afterAll(() => Promise.all([citizen, staff, partner].map((one) => one?.leave())));

    it('a citizen proposes an initiative, and finds it in the directory once a technician has published it', async () => {
      const { t, page, fill, press } = citizen;
      await citizen.visit('/');
      await page.waitForURL(`**/${language}`);
      await citizen.follow(t.shell.directory);
      await citizen.follow(t.directory.propose);
      await press(t.directory.send);
      expect(await page.title()).toContain(t.shell.errorPrefix.trim());
      await fill(t.directory.name, initiative);
      await fill(t.directory.summaryCa, 'Pa de barri, fet per les qui el venen.');
      await field(page, t.directory.legalForm).selectOption('cooperativa-treball-associat');
      await page.locator('input[name="sectors"][value="alimentacio"]').check();
      await fill(t.directory.yourName, 'Núria Vidal');
      await fill(t.directory.yourEmail, address('nuria'));
      await press(t.directory.send);
      await page.getByRole('heading', { name: t.directory.sentTitle }).waitFor();
      await confirmByMail(citizen, address('nuria'));

      await signIn(staff, 'Tània Soler');
      await staff.follow(initiative);
      await staff.press(t.console.startReview);
      await staff.press(t.console.publish);
      await staff.page.getByText(t.console.statusPublished).first().waitFor();

      await citizen.visit(publicPath(language, 'directory'));
      await fill(t.directory.text, mark);
      await press(t.directory.apply);
      await citizen.follow(initiative);
      await page.getByRole('heading', { level: 1, name: initiative }).waitFor();
      expect(page.url()).toContain(publicPath(language, 'initiative', { slug: '' }));
    });

    it('anybody corrects what is published, and staff decide field by field', async () => {
      const { t, page, fill, press } = citizen;
      await citizen.follow(t.directory.correct);
      await fill(t.directory.yourName, 'Jordi Prat');
      await fill(t.directory.yourEmail, address('jordi'));
      await press(t.directory.sendCorrection);
      await page.getByText(t.directory.correctNothing).waitFor();
      await fill(t.directory.address, 'Carrer del Forn, 7');
      await press(t.directory.sendCorrection);
      await page.getByRole('heading', { name: t.directory.sentTitle }).waitFor();
      await confirmByMail(citizen, address('jordi'));

      await staff.visit(`/${language}/console/corrections`);
      await staff.follow(initiative);
      expect(await barriers(staff.page)).toEqual([]);
      await staff.press(t.console.correctionApply);
      await staff.page.getByText(t.console.statusAccepted).first().waitFor();
      await citizen.visit(publicPath(language, 'directory') + `?q=${mark}`);
      await citizen.follow(initiative);
      await page.getByText('Carrer del Forn, 7').waitFor();
    });

    it('somebody enrols, and is at the door', async () => {
      const { t, page } = citizen;
      await staff.visit(`/${language}/console/sessions`);
      await staff.follow(t.consoleSessions.create);
      await staff.fill(t.consoleSessions.titleCa, workshop);
      await staff.fill(t.consoleSessions.summaryCa, 'Com es fa una cooperativa.');
      await staff.fill(t.consoleSessions.startsAt, `${new Date().getFullYear() + 1}-05-04T18:00`);
      await staff.fill(t.consoleSessions.endsAt, `${new Date().getFullYear() + 1}-05-04T20:00`);
      await staff.fill(t.consoleSessions.venue, 'Can Serra');
      await staff.fill(t.consoleSessions.capacity, '1');
      await staff.press(t.desk.save);
      await staff.press(t.consoleSessions.publish);
      const sessionDesk = new URL(staff.page.url()).pathname;

      await citizen.visit(publicPath(language, 'training'));
      await citizen.follow(workshop);
      await page.getByText(t.training.placesLeft(1)).waitFor();
      await enrol(citizen, 'Ada Mas', address('ada'), t.training.enrol);
      await page.getByRole('heading', { name: t.training.confirmedTitle }).waitFor();

      await staff.visit(sessionDesk);
      await staff.page.getByText('Ada Mas').waitFor();
      await staff.press(t.consoleSessions.start);
      await staff.follow(t.consoleSessions.attendance);
      await staff.page.getByText(t.consoleSessions.present, { exact: true }).first().click();
      await staff.press(t.consoleSessions.saveAttendance);
      await staff.page.getByText(t.consoleSessions.attendanceTotals(1, 0, 0)).waitFor();
      await staff.visit(sessionDesk);
      await staff.press(t.consoleSessions.hold);
      await staff.follow(t.consoleSessions.survey);
      await staff.page.getByText(t.consoleSessions.surveyNone).waitFor();
      expect(await barriers(staff.page)).toEqual([]);
    });

    it('a request for accompaniment is confirmed, met and accompanied to its end', async () => {
      const { t, page, fill, press } = citizen;
      await citizen.visit(publicPath(language, 'accompaniment'));
      await page.getByRole('link', { name: t.accompaniment.askFor(t.accompaniment.creation.toLowerCase()) }).click();
      await fill(t.accompaniment.projectName, `Bicis ${mark}`);
      await fill(t.accompaniment.projectText, 'Quatre persones que reparen bicicletes.');
      await fill(t.training.name, 'Carla Roig');
      await fill(t.training.email, address('carla'));
      await page.getByLabel(new RegExp(t.training.consentData)).check();
      await press(t.accompaniment.send);
      await page.getByRole('heading', { name: t.accompaniment.sent }).waitFor();
      await confirmByMail(citizen, address('carla'));

      await staff.visit(`/${language}/console`);
      await staff.follow(`Bicis ${mark}`);
      await staff.press(t.cases.acknowledge);
      await staff.fill(t.cases.meetingAt, `${new Date().getFullYear() + 1}-02-01T10:00`);
      await staff.fill(t.cases.meetingPlace, 'Ateneu');
      await staff.press(t.cases.setMeeting);
      await staff.press(t.cases.accept);
      await staff.follow(t.cases.seeProject);
      await staff.press(`${t.cases.openAccompaniment}: ${t.desk.modalityCreation}`);
      await staff.press(t.cases.begin);
      await staff.page.locator('summary', { hasText: t.cases.consultancyAdd }).click();
      await staff.page.locator('#heldOn').fill(new Date().toISOString().slice(0, 10));
      await staff.fill(t.cases.minutes, '90');
      await staff.fill(t.cases.objective, 'Pla de viabilitat');
      await staff.press(t.cases.consultancyAdd);
      await staff.page.getByText(t.cases.hoursValue('1,5')).first().waitFor();
      await staff.press(t.accompanimentDesk.phaseComplete);
      await staff.page.getByText(t.accompanimentDesk.phaseDone).first().waitFor();
      await staff.page.locator('summary', { hasText: t.accompanimentDesk.diagnosisAdd }).click();
      await staff.fill(t.accompanimentDesk.legal, '2');
      await staff.fill(t.accompanimentDesk.market, '4');
      await staff.page.locator('#madeOn').fill(new Date().toISOString().slice(0, 10));
      await staff.page.locator('form[action$="/diagnose"] button').click();
      await staff.page.getByRole('img', { name: t.accompanimentDesk.diagnosisPicture }).waitFor();
      expect(await barriers(staff.page)).toEqual([]);
    });

    it('a partner gets in by its key, sees a referral arrive, and answers it', async () => {
      const { t } = staff;
      const coordinator = await person(stage.browser, stage.origin, { language, window });
      await comeIn(coordinator, 'Carme Ribas');
      await coordinator.visit(`/${language}/console/partners`);
      await coordinator.follow(t.consolePartners.newPartner);
      await coordinator.fill(t.desk.name, partnerName);
      await coordinator.fill(t.consolePartners.contactEmail, address('entitat'));
      await coordinator.press(t.desk.save);
      await coordinator.press(t.consolePartners.issue);
      const key = await coordinator.page.locator('#api-key').innerText();
      await coordinator.leave();

      await partner.visit(`/${language}/desk/events`);
      await partner.fill(t.partnerDesk.apiKey, key);
      await partner.press(t.partnerDesk.enter);
      await partner.page.getByText(t.partnerDesk.live, { exact: true }).waitFor();

      await staff.visit(`/${language}/console/referrals/new`);
      await field(staff.page, t.cases.partner).selectOption({ label: partnerName });
      await staff.fill(t.desk.name, `Costura ${mark}`);
      await staff.fill(t.accompaniment.projectText, 'Un taller de costura.');
      await staff.fill(t.training.name, 'Pau Roca');
      await staff.fill(t.training.email, address('pau'));
      await staff.fill(t.cases.consentDay, new Date().toISOString().slice(0, 10));
      await staff.press(t.desk.save);
      await staff.press(t.cases.send);

      // It appears by itself.
      await partner.page.locator('#live a').first().click();
      await partner.page.getByRole('heading', { name: `Costura ${mark}` }).waitFor();
      await partner.press(t.partnerDesk.accept);
      await partner.press(t.cases.start);
      await partner.page.locator('input[name="outcome"][value="none"]').check();
      await partner.press(t.cases.close);
      await partner.page.getByText(t.cases.closed).first().waitFor();
    });

    it('two who edit the same thing see both edits side by side, and lose neither', async () => {
      const { t } = staff;
      const other = await person(stage.browser, stage.origin, { language, window });
      await comeIn(other, 'Carme Ribas');
      for (const one of [staff, other]) {
        await one.visit(`/${language}/console/initiatives`);
        await one.follow(initiative);
        await one.follow(t.desk.edit);
      }
      await other.fill(t.directory.address, 'Carrer Major, 1');
      await other.press(t.desk.save);
      await staff.fill(t.directory.address, 'Rambla Just Oliveras, 2');
      await staff.press(t.desk.save);
      await staff.page.getByRole('heading', { name: t.desk.conflictTitle }).waitFor();
      expect(await staff.page.locator('.error-summary').innerText()).toMatch(
        /Carrer Major, 1[\s\S]*Rambla Just Oliveras, 2/,
      );
      expect(await barriers(staff.page)).toEqual([]);
      await staff.press(t.desk.save);
      await staff.page.getByText(t.desk.saved).waitFor();
      await staff.page.getByText('Rambla Just Oliveras, 2').first().waitFor();
      await other.leave();
    });

    it('whoever leaves is gone: the way back leads to the door', async () => {
      const { t } = partner;
      await partner.press(t.desk.signOut);
      await partner.visit(`/${language}/desk`);
      await partner.page.getByRole('heading', { name: t.partnerDesk.signInTitle }).waitFor();
      await staff.press(t.desk.signOut);
      await staff.visit(`/${language}/console/initiatives`);
      await staff.page.getByRole('heading', { name: t.desk.signInTitle }).waitFor();
    });

    it('no page complained of its scripts, its styles or the policy that guards them', () => {
      expect(complaints).toEqual([]);
    });

    async function confirmByMail(who: Person, to: string): Promise<void> {
      const { links } = await mailTo(stage.origin, to, /self-service/);
      await who.page.goto(linkOf(links, 'self-service'));
      await who.page.locator('button').first().click();
    }
  });

  it('every link of the public site, its feeds and its maps leads somewhere, and no page brings 60 KB of scripts', async () => {
    const followed = await followLinks(stage.origin, [
      ['/ca'],
      ['/es'],
      ['/en'],
      ['/sitemap.xml'],
      ['/directory/v1/sitemap.xml', 'application/xml'],
      ['/directory/v1/initiatives', 'application/atom+xml'],
      ['/directory/v1/good-practices.atom', 'application/atom+xml'],
    ]);
    expect(followed.filter(({ status }) => status !== 200)).toEqual([]);
    expect(followed.filter(({ scriptBytes }) => scriptBytes >= 60_000)).toEqual([]);
    for (const path of ['/ca/formacio', '/es/directorio', '/en/training']) {
      expect(followed.map(({ address }) => address)).toContain(path);
    }
  });

  it('the types of what it calls are those that the services publish', async () => {
    const files = await clientTypes(await readDocuments(stage.origin));
    for (const [service, text] of files) {
      expect(await readFile(typesFile(service), 'utf8'), `run \`npm run generate -w services/web\`: ${service}`).toBe(
        format(text),
      );
    }
  });
});

function linkOf(links: readonly string[], part: string): string {
  return links.find((link) => link.includes(part)) ?? '';
}

async function enrol({ page, fill, press, t }: Person, name: string, email: string, button: string): Promise<void> {
  await fill(t.training.name, name);
  await fill(t.training.email, email);
  await page.getByLabel(new RegExp(t.training.consentData)).check();
  await press(button);
}
