import { browserTestsRun } from '@ateneu/testing';
import { describe, expect, it } from 'vitest';

import { barriers, complaints, mailTo, type Page, person, type Person, publicPath, signIn } from './people.ts';
import { stage } from './stage.ts';

/** What each of three who came answers: how good it was, and whether they want to start a cooperative, before and after. */
const answers = [
  { who: 'ada', satisfaction: '5', before: 'no', after: 'yes', best: 'Sortir-ne amb un grup.' },
  { who: 'berta', satisfaction: '4', before: 'maybe', after: 'maybe', best: '' },
  { who: 'carla', satisfaction: '2', before: 'yes', after: 'yes', best: 'El cafè.' },
] as const;

/** A day nobody can remember wrongly: tomorrow at an hour of the ateneu's. */
function tomorrowAt(hour: string): string {
  return `${new Date(Date.now() + 24 * 60 * 60 * 1_000).toISOString().slice(0, 10)}T${hour}`;
}

/**
 * What only time makes, made by time: the platform's clocks are set ahead, and its services do what has come due. Not on a
 * platform that runs already, whose clocks are not the suite's to set.
 */
describe.skipIf(!browserTestsRun || process.env['ATENEU_ORIGIN'] !== undefined)(
  'what time makes, by clicking',
  { timeout: 240_000 },
  () => {
    const mark = Date.now().toString(36);
    const address = (who: string) => `${who}.${mark}@example.org`;

    it('whoever came is asked by e-mail, answers by its link, and staff read the answers as pictures and numbers', async () => {
      const citizen = await person(stage.browser, stage.origin, { language: 'ca', window: 'phone', scripts: false });
      const staff = await person(stage.browser, stage.origin, { language: 'ca', window: 'desktop' });
      await signIn(staff, 'Tània Soler');
      const session = await holdSession(staff, citizen);
      await stage.later(3, 'training');

      for (const { who, satisfaction, before, after, best } of answers) {
        const { links } = await mailTo(stage.origin, address(who), /\/surveys\//);
        const { page } = citizen;
        await page.goto(links.find((link) => link.includes('/surveys/')) ?? '');
        await page.locator('select[name="answer.satisfaction"]').selectOption(satisfaction);
        await page.locator('textarea[name="answer.best"]').fill(best);
        await page.locator('select[name="before"]').selectOption(before);
        await page.locator('select[name="after"]').selectOption(after);
        await page.locator('button').first().click();
        await page.getByRole('heading', { name: 'Gràcies! Hem rebut les vostres respostes.' }).waitFor();
      }
      await citizen.leave();
      await staff.leave();

      // Days have passed: the team signs in again, one at a desk and one on the way.
      for (const [language, window] of [
        ['ca', 'desktop'],
        ['es', 'phone'],
      ] as const) {
        const reader = await person(stage.browser, stage.origin, { language, window });
        const { page, t } = reader;
        await signIn(reader, 'Tània Soler');
        await reader.visit(`/${language}/console/sessions/${session}`);
        await reader.follow(t.consoleSessions.survey);
        await page.getByText(t.consoleSessions.surveyAnswered(3, 3)).waitFor();
        const overall = language === 'ca' ? 'La valoració global' : 'La valoración global';
        expect(await partUnder(page, overall)).toContain(t.consoleSessions.surveyMean('3,7'));
        expect(await rowsUnder(page, overall)).toEqual([
          ['1', '0'],
          ['2', '1'],
          ['3', '0'],
          ['4', '1'],
          ['5', '1'],
        ]);
        expect(await page.getByRole('img', { name: overall }).count()).toBe(1);
        const { wantsToStart, yes, maybe, no, moreThanBefore } = t.consoleCourses;
        expect(await partUnder(page, wantsToStart)).toContain(moreThanBefore(1));
        expect(await rowsUnder(page, wantsToStart)).toEqual([
          [yes, '1', '2'],
          [maybe, '1', '1'],
          [no, '1', '0'],
        ]);
        await page.getByText('El cafè.').waitFor();
        expect(await barriers(page)).toEqual([]);
        expect(await page.evaluate('document.scrollingElement.scrollWidth <= innerWidth')).toBe(true);
        await reader.leave();
      }
    });

    it('what nobody has answered for in a year is there for the team, until somebody has asked', async () => {
      await stage.later(400, 'directory');
      const staff = await person(stage.browser, stage.origin, { language: 'es', window: 'phone' });
      const { page, t } = staff;
      await signIn(staff, 'Carme Ribas');
      await staff.follow(t.console.initiatives);
      await staff.follow(t.consoleDirectory.overdue);
      const rows = page.locator('tbody tr');
      await rows.first().waitFor();
      expect(await barriers(page)).toEqual([]);
      const name = await rows.first().locator('th').innerText();
      const before = await rows.count();
      await rows.first().getByRole('button', { name: t.consoleDirectory.stillRight }).click();
      await page.getByText(t.consoleDirectory.stillRightDone).waitFor();
      await expect.poll(() => rows.count()).toBe(before - 1);
      expect(await page.locator('main').innerText()).not.toContain(name);
      await staff.leave();
    });

    it('no page complained of its scripts, its styles or the policy that guards them', () => {
      expect(complaints).toEqual([]);
    });

    /** A session with three people, all of whom come; its identifier. */
    async function holdSession(staff: Person, citizen: Person): Promise<string> {
      const { t, page } = staff;
      const title = `Taller ${mark}`;
      await staff.visit('/ca/console/sessions');
      await staff.follow(t.consoleSessions.create);
      await staff.fill(t.consoleSessions.titleCa, title);
      await staff.fill(t.consoleSessions.summaryCa, 'Com es fa una cooperativa.');
      await staff.fill(t.consoleSessions.startsAt, tomorrowAt('18:00'));
      await staff.fill(t.consoleSessions.endsAt, tomorrowAt('20:00'));
      await staff.fill(t.consoleSessions.venue, 'Can Serra');
      await staff.fill(t.consoleSessions.capacity, '10');
      await staff.press(t.desk.save);
      await staff.press(t.consoleSessions.publish);
      const desk = new URL(page.url()).pathname;
      for (const { who } of answers) {
        await citizen.visit(publicPath('ca', 'training'));
        await citizen.follow(title);
        await citizen.fill(t.training.name, who);
        await citizen.fill(t.training.email, address(who));
        await citizen.page.getByLabel(new RegExp(t.training.consentData)).check();
        await citizen.press(t.training.enrol);
        await citizen.page.getByRole('heading', { name: t.training.confirmedTitle }).waitFor();
      }
      await staff.visit(desk);
      await staff.press(t.consoleSessions.start);
      await staff.follow(t.consoleSessions.attendance);
      for (const present of await page.getByText(t.consoleSessions.present, { exact: true }).all()) {
        await present.click();
      }
      await staff.press(t.consoleSessions.saveAttendance);
      await page.getByText(t.consoleSessions.attendanceTotals(3, 0, 0)).waitFor();
      await staff.visit(desk);
      await staff.press(t.consoleSessions.hold);
      await staff.follow(t.consoleSessions.survey);
      return desk.split('/').at(-1) ?? '';
    }
  },
);

/** The part of a page below a heading. */
function sectionOf(page: Page, heading: string) {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: heading }) });
}

async function partUnder(page: Page, heading: string): Promise<string> {
  return sectionOf(page, heading).innerText();
}

/** What its table says, by rows. */
async function rowsUnder(page: Page, heading: string): Promise<string[][]> {
  const rows = await sectionOf(page, heading).locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}
