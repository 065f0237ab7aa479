import { readFile } from 'node:fs/promises';

import { browserTestsRun } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { barriers, comeIn, complaints, field, mailTo, person, type Person } from './people.ts';
import { stage } from './stage.ts';

/** What staff and partners do at their desks beside the story, by clicking alone. */
describe.skipIf(!browserTestsRun)('the desks, by clicking', { timeout: 120_000 }, () => {
  describe.each([
    { language: 'es', window: 'desktop' },
    { language: 'ca', window: 'phone' },
  ] as const)('in $language on a $window', ({ language, window }) => {
    const mark = `${language}${Date.now().toString(36)}`;
    const address = (who: string) => `${who}.${mark}@example.org`;
    const partnerName = `Entitat ${mark}`;
    let coordinator: Person;
    let partner: Person;
    let inspector: Person;

    /** Looks at what somebody without scripts sees, as themselves, in a window that has them. */
    const look = async (who: Person): Promise<string[]> => {
      await inspector.page.context().addCookies(await who.page.context().cookies());
      await inspector.page.goto(who.page.url());
      return barriers(inspector.page);
    };

    /** The partner comes in by its key, which is given to it anew. */
    const enter = async (): Promise<void> => {
      const { page } = coordinator;
      await coordinator.visit(`/${language}/console/partners`);
      await coordinator.follow(partnerName);
      await coordinator.press(coordinator.t.consolePartners.issue);
      const key = await page.locator('#api-key').innerText();
      await partner.visit(`/${language}/desk/sign-in`);
      await partner.fill(partner.t.partnerDesk.apiKey, key);
      await partner.press(partner.t.partnerDesk.enter);
      await partner.page.getByRole('heading', { name: partner.t.partnerDesk.referrals }).waitFor();
    };

    beforeAll(async () => {
      [coordinator, inspector, partner] = await Promise.all([
        person(stage.browser, stage.origin, { language, window }),
        person(stage.browser, stage.origin, { language, window }),
        // Nothing that a partner does needs a script.
        person(stage.browser, stage.origin, { language, window, scripts: false }),
      ]);
      await comeIn(coordinator, 'Carme Ribas');
      await coordinator.visit(`/${language}/console/partners/new`);
      await coordinator.fill(coordinator.t.desk.name, partnerName);
      await coordinator.fill(coordinator.t.consolePartners.contactEmail, address('entitat'));
      await coordinator.press(coordinator.t.desk.save);
      await coordinator.page.getByRole('heading', { level: 1, name: partnerName }).waitFor();
    });

    afterAll(() => Promise.all([coordinator, inspector, partner].map((one) => one?.leave())));

    it('a partner comes in by a link in an e-mail, which is good once and used up by a button alone', async () => {
      const { t, page, fill, press, follow } = partner;
      const ask = async (email: string): Promise<string> => {
        await partner.visit(`/${language}/desk/sign-in`);
        await fill(t.partnerSignIn.email, email);
        await press(t.partnerSignIn.sendLink);
        await page.getByRole('heading', { name: t.partnerSignIn.sentTitle }).waitFor();
        return page.locator('main').innerText();
      };
      await partner.visit(`/${language}/desk`);
      expect(await look(partner)).toEqual([]);
      if (window === 'desktop') {
        // Once: few may be asked for in a minute.
        await fill(t.partnerSignIn.email, 'nobody');
        await press(t.partnerSignIn.sendLink);
        await page.locator('#email-error').waitFor();
        expect(await page.locator('#email').getAttribute('aria-invalid')).toBe('true');
      }
      // Whether anybody has an address is not to be seen.
      expect(await ask(address('nobody'))).toBe(await ask(address('entitat')));
      expect(await look(partner)).toEqual([]);

      const { links } = await mailTo(stage.origin, address('entitat'), /desk\/enter/);
      const link = links.find((one) => one.includes('/desk/enter/')) ?? '';
      // A program of the mail server looks at it first.
      expect((await fetch(link)).status).toBe(200);
      await page.goto(link);
      await page.getByRole('heading', { level: 1 }).getByText(partnerName).waitFor();
      expect(await look(partner)).toEqual([]);
      await press(t.partnerSignIn.enterButton);
      await page.waitForURL((url) => url.pathname === `/${language}/desk`);
      await follow(partnerName);
      await page.getByText(t.partnerSignIn.howEmail).waitFor();
      expect(await look(partner)).toEqual([]);

      await page.goto(link);
      await page.getByRole('heading', { name: t.partnerSignIn.linkGoneTitle }).waitFor();
      expect(await look(partner)).toEqual([]);
      await partner.visit(`/${language}/desk`);
      await page.getByRole('heading', { name: t.partnerDesk.referrals }).waitFor();
    });

    it('a visit that was ended leads to the door, which says so', async () => {
      await coordinator.page.getByText(coordinator.t.consolePartners.suspend).click();
      await coordinator.press(coordinator.t.desk.confirmSure);
      await coordinator.page.getByText(coordinator.t.consolePartners.suspended).first().waitFor();
      await partner.follow(partner.t.partnerDesk.referrals);
      await partner.page.getByText(partner.t.partnerSignIn.ended).waitFor();
      await coordinator.press(coordinator.t.consolePartners.reinstate);
      await coordinator.page.getByText(coordinator.t.desk.saved).waitFor();
    });

    it('a person’s data leave every service in one file, and are erased once staff saw what that does', async () => {
      const { t, page, fill, press, follow } = coordinator;
      const email = address('carla');
      await coordinator.visit(`/${language}/console/referrals/new`);
      await field(page, t.cases.partner).selectOption({ label: partnerName });
      await fill(t.desk.name, `Costura ${mark}`);
      await fill(t.accompaniment.projectText, 'Un taller de costura.');
      await fill(t.training.name, 'Carla Roig');
      await fill(t.training.email, email);
      await fill(t.cases.consentDay, new Date().toISOString().slice(0, 10));
      await press(t.desk.save);

      await follow(t.privacy.menu);
      expect(await barriers(page)).toEqual([]);
      await fill(t.privacy.email, 'carla');
      await press(t.privacy.look);
      await page.locator('#email-error').waitFor();
      expect(await barriers(page)).toEqual([]);
      await fill(t.privacy.email, email);
      await press(t.privacy.look);
      await page.getByRole('heading', { name: t.privacy.foundTitle(email) }).waitFor();
      expect(page.url()).not.toContain('example.org');
      expect(await barriers(page)).toEqual([]);

      const [download] = await Promise.all([page.waitForEvent('download'), press(t.privacy.download)]);
      const file = JSON.parse(await readFile(await download.path(), 'utf8')) as Record<
        string,
        Record<string, unknown[]>
      >;
      expect(file['accompaniment']?.['referrals']).toHaveLength(1);
      expect(Object.keys(file)).toEqual(expect.arrayContaining(['training', 'directory', 'notifications']));

      await press(t.privacy.erase);
      await page.locator('#sure-error').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByLabel(new RegExp(t.privacy.sure)).check();
      await press(t.privacy.erase);
      await page.getByRole('heading', { name: t.privacy.erasedTitle }).waitFor();
      await follow(t.privacy.back);
      await fill(t.privacy.email, email);
      await press(t.privacy.look);
      await page.locator('dd', { hasText: /^0$/ }).nth(3).waitFor();

      await coordinator.visit(`/${language}/console/privacy/audit?action=export`);
      await page.locator('tbody').getByText('Carme Ribas').first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await coordinator.visit(`/${language}/console/privacy/retention`);
      await page.getByRole('heading', { level: 1, name: t.privacy.retention }).waitFor();
      expect(await barriers(page)).toEqual([]);
    });

    it('no page of the partner’s desk keeps anybody out', async () => {
      const { t, page, fill, press } = partner;
      const found: string[] = [];
      await enter();
      for (const path of ['', '/refer', '/events', '/webhooks', '/account']) {
        await partner.visit(`/${language}/desk${path}`);
        found.push(...(await look(partner)));
      }
      await partner.visit(`/${language}/desk/refer`);
      await press(t.partnerDesk.sendReferral);
      expect(await page.title()).toContain(t.shell.errorPrefix.trim());
      await partner.visit(`/${language}/desk/webhooks`);
      await fill(t.partnerDesk.url, `${stage.origin}/nowhere`);
      await press(t.desk.save);
      expect(await page.locator('#secret').innerText()).toMatch(/^whsec_/);
      await page.locator('main').getByRole('link', { name: t.partnerDesk.webhooks }).click();
      await press(t.partnerDesk.test);
      await page.locator('.notice').waitFor();
      found.push(...(await look(partner)));
      await page.getByText(t.partnerDesk.rotate).click();
      await page.locator('form[action$="/rotate"] button').click();
      expect(await page.locator('#secret').innerText()).toMatch(/^whsec_/);

      // Its key is changed, and goes on working for a day: the desk says until when.
      const { page: desk, t: texts } = coordinator;
      await coordinator.visit(`/${language}/console/partners`);
      await coordinator.follow(partnerName);
      await desk.locator('summary', { hasText: texts.consolePartners.rotate }).click();
      await field(desk, texts.consolePartners.overlap).selectOption('24');
      found.push(...(await barriers(desk)));
      await coordinator.press(texts.consolePartners.rotate);
      await desk.locator('#api-key').waitFor();
      await partner.visit(`/${language}/desk/account`);
      await page.locator('.notice-warning').waitFor();
      expect(found).toEqual([]);
    });

    it('no page complained of its scripts, its styles or the policy that guards them', () => {
      expect(complaints).toEqual([]);
    });
  });
});
