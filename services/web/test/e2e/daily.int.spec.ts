import { browserTestsRun, launchBrowser } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { barriers, complaints, person, type Person, signIn } from './people.ts';
import { type RunningPlatform, startPlatform } from './platform.ts';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

/** What staff and partners do now and then, by clicking alone and without any script. */
describe.skipIf(!browserTestsRun)('the rest of a day at the desks, by clicking', { timeout: 120_000 }, () => {
  let platform: RunningPlatform;
  let browser: Browser;
  let staff: Person;
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

  it('no page complained of its scripts, its styles or the policy that guards them', () => {
    expect(complaints).toEqual([]);
  });
});
