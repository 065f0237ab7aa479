import { browserTestsRun, launchBrowser } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { barriers, complaints, mailTo, person, type Person, signIn } from './people.ts';
import { type RunningPlatform, startPlatform } from './platform.ts';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

/** What staff and partners do now and then, by clicking alone and without any script. */
describe.skipIf(!browserTestsRun)('the rest of a day at the desks, by clicking', { timeout: 120_000 }, () => {
  let platform: RunningPlatform;
  let browser: Browser;
  let staff: Person;
  const mark = `x${Date.now().toString(36)}`;
  const clean = async (page = staff.page): Promise<void> => expect(await barriers(page)).toEqual([]);
  const says = (text: string | RegExp, page = staff.page) => page.getByText(text).first().waitFor();

  beforeAll(async () => {
    [platform, browser] = await Promise.all([startPlatform(), launchBrowser()]);
    staff = await person(browser, platform.origin, { language: 'ca', window: 'desktop' });
    await signIn(staff, 'Carme Ribas');
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  }, 60_000);

  it('two who set the targets of a call at once see both side by side, and an emptied target is taken back', async () => {
    const { t, page } = staff;
    const path = '/ca/console/justification/2024-2025/targets';
    const women = '[id="targets.women"]';
    const other = await person(browser, platform.origin, { language: 'ca', window: 'phone' });
    await signIn(other, 'Carme Ribas');
    await staff.visit(path);
    await other.visit(path);
    await page.locator(women).fill('21');
    await staff.press(t.desk.save);
    await says(t.desk.saved);
    await other.page.locator(women).fill('34');
    await other.press(t.desk.save);
    const row = other.page.locator('.error-summary').getByRole('row', { name: /Dones acompanyades/ });
    expect(await row.innerText()).toMatch(/21\s+34/);
    await clean(other.page);
    await other.press(t.desk.save);
    await says(t.desk.saved, other.page);
    await other.page
      .getByRole('row', { name: /Dones acompanyades/ })
      .getByRole('cell', { name: '34' })
      .waitFor();
    await other.visit(path);
    await other.page.locator(women).fill('moltes');
    await other.press(t.desk.save);
    await other.page.locator('[id="targets.women-error"]').waitFor();
    await other.page.locator(women).fill('');
    await other.press(t.desk.save);
    await says(t.desk.saved, other.page);
    await other.page
      .getByRole('row', { name: /Dones acompanyades/ })
      .getByRole('cell', { name: '—' })
      .first()
      .waitFor();
    await other.leave();
  });

  it('a partner renews its own key without being cut off, and at once where somebody saw it', async () => {
    const { t, page } = staff;
    const name = `Entitat ${mark}`;
    await staff.visit('/ca/console/partners');
    await staff.follow(t.consolePartners.newPartner);
    await staff.fill(t.desk.name, name);
    await staff.fill(t.consolePartners.contactEmail, `entitat.${mark}@example.org`);
    await staff.press(t.desk.save);
    await staff.press(t.consolePartners.issue);
    const old = await page.locator('#api-key').innerText();
    const statusWith = async (key: string): Promise<number> => {
      const headers = { authorization: `Bearer ${key}` };
      return (await fetch(`${platform.origin}/accompaniment/v1/partner/session`, { headers })).status;
    };

    const partner = await person(browser, platform.origin, { language: 'es', window: 'phone' });
    const { t: words } = partner;
    await partner.visit('/es/desk/sign-in');
    await partner.page.locator('#apiKey').fill(old);
    await partner.page
      .locator('form', { has: partner.page.locator('#apiKey') })
      .getByRole('button')
      .click();
    await partner.visit('/es/desk/account');
    const renew = async (how: string): Promise<string> => {
      await partner.page.locator('summary', { hasText: words.partnerSignIn.renew }).click();
      await clean(partner.page);
      await partner.page.getByLabel(how).check();
      await partner.press(words.partnerSignIn.renew);
      return partner.page.locator('#api-key').innerText();
    };
    const second = await renew(words.partnerSignIn.renewLater(24));
    await clean(partner.page);
    expect(await partner.page.locator('#creds').innerText()).toContain('BEGIN NATS USER JWT');
    expect([await statusWith(old), await statusWith(second)]).toEqual([200, 200]);
    await partner.follow(words.partnerSignIn.backToAccount);
    await says(words.partnerSignIn.earlierUntil, partner.page);
    const third = await renew(words.partnerSignIn.renewNow);
    expect([await statusWith(old), await statusWith(second), await statusWith(third)]).toEqual([401, 401, 200]);
    await partner.follow(words.partnerSignIn.backToAccount);
    await says(words.partnerSignIn.keysSince, partner.page);
    await mailTo(platform.origin, `entitat.${mark}@example.org`, /ha renovat les credencials/);
    await partner.leave();
  });

  it('no page complained of its scripts, its styles or the policy that guards them', () => {
    expect(complaints).toEqual([]);
  });
});
