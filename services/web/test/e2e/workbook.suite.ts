import { browserTestsRun } from '@ateneu/testing';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';

import { createTestApp, nowhere, transportTo } from '../app.ts';
import { done, firstId, idOf } from '../furniture/furnishers.ts';
import { createVisitor, signInAs, type Visitor } from '../visitor.ts';
import { barriers, complaints, type Person, person, signIn } from './people.ts';
import { stage } from './stage.ts';

const call = '2024-2025';
const names = ['Actuacions', 'Participants', 'Menors', 'InsercionsLaborals', 'EntitatCreada', 'Acompanyaments'];
const patience = { timeout: 30_000 };

/** Copies of the funder's workbook as a coordinator keeps them, by clicking, and finds them again. */
describe.skipIf(!browserTestsRun)('a kept copy of the funder’s workbook', { timeout: 120_000 }, () => {
  /** What a link of the page downloads. */
  const file = async ({ page, origin }: Person, name: string): Promise<{ called: string; bytes: Buffer }> => {
    const address = await page.getByRole('link', { name, exact: true }).first().getAttribute('href');
    const answer = await page.context().request.get(origin + address);
    expect(answer.status()).toBe(200);
    return { called: answer.headers()['content-disposition'] ?? '', bytes: await answer.body() };
  };
  /** Something of the period of the call that was not there before: a session of an accompaniment that is going on. */
  const work = async (): Promise<void> => {
    const staff = createVisitor(stage.origin);
    await signInAs(staff, 'carme');
    const list = await staff.visit('/ca/console/accompaniments?status=in-progress');
    const at = `/ca/console/accompaniments/${firstId(list.text, 'accompaniments')}`;
    const session = { heldOn: '2025-02-11', minutes: '75', people: '2', objective: 'Repàs dels comptes' };
    await done(staff.send(await staff.visit(at), '/sessions', session));
  };

  it.each([
    ['ca', 'desktop'],
    ['es', 'phone'],
  ] as const)(
    'is begun, left, found again and the same after the data changed: in %s on a %s',
    async (language, window) => {
      const staff = await person(stage.browser, stage.origin, { language, window });
      const { page, t } = staff;
      await signIn(staff, 'Carme Ribas');
      const list = `/${language}/console/justification?call=${call}`;
      await staff.visit(list);
      const { called, bytes } = await file(staff, t.consolePartners.download);
      expect(called).toBe('attachment; filename="justificacio-2024-2025.xlsx"');
      const direct = await readExcel(bytes);
      await staff.press(t.workbooks.keep);
      await page.waitForURL(/\/workbooks\/[0-9a-f-]{36}$/);
      const address = new URL(page.url()).pathname;
      await page.locator('#progress').waitFor();

      // Left while it is made, and found again in the list, where it is the newest.
      await staff.visit(list);
      const kept = page.locator('main a[href*="/workbooks/"]').first();
      expect(await kept.getAttribute('href')).toBe(address);
      await kept.click();
      // The script shows the result when it is there.
      const download = page.getByRole('link', { name: t.consolePartners.download, exact: true });
      await download.waitFor(patience);
      const headings = await page.locator('main h2').allInnerTexts();
      expect(headings).toEqual([t.consolePartners.problems, t.workbooks.sentTitle]);
      expect(await barriers(page)).toEqual([]);

      const first = await file(staff, t.consolePartners.download);
      expect(first.called).toMatch(/filename="justificacio-2024-2025-\d{4}-\d\d-\d\d-[0-9a-f]{6}\.xlsx"/);
      const sheets = await readExcel(first.bytes);
      expect(sheets.map(({ sheet }) => sheet)).toEqual(names);
      expect(sheets).toEqual(direct);
      // As much of it as the demonstration data has of that call, from both services.
      const filled = sheets.filter(({ data }) => data.length > 1).map(({ sheet }) => sheet);
      expect(filled).toEqual(['Actuacions', 'Participants', 'InsercionsLaborals', 'Acompanyaments']);

      await work();
      await staff.visit(list);
      const later = await readExcel((await file(staff, t.consolePartners.download)).bytes);
      expect(later).not.toEqual(sheets);
      await staff.visit(address);
      expect((await file(staff, t.consolePartners.download)).bytes.equals(first.bytes)).toBe(true);

      await staff.follow(t.workbooks.changesLink);
      const changed = page.getByRole('row', { name: /Acompanyaments/ }).first();
      await changed.waitFor();
      expect(await changed.innerText()).toMatch(/[1-9]/);
      expect(await barriers(page)).toEqual([]);

      // Which one was sent is told where it is found.
      await staff.visit(address);
      await staff.press(t.workbooks.mark);
      await page.locator('.field-error').first().waitFor();
      await staff.fill(t.workbooks.sentOn, '2025-11-20');
      await staff.fill(t.workbooks.sentNote, 'Registre 118');
      await staff.press(t.workbooks.mark);
      await page.getByText(t.workbooks.marked).waitFor();
      await staff.visit(list);
      const row = page.locator('main tr', { has: page.locator(`a[href="${address}"]`) });
      expect(await row.innerText()).toMatch(/Carme Ribas[\s\S]*20 (de|d’)\s?noviembre|20 de novembre/);
      expect(complaints).toEqual([]);
      await staff.leave();
    },
  );

  it('works without scripts', async () => {
    const staff = await person(stage.browser, stage.origin, { language: 'ca', window: 'desktop', scripts: false });
    const { page, t } = staff;
    await signIn(staff, 'Carme Ribas');
    await staff.visit(`/ca/console/justification?call=${call}`);
    await staff.press(t.workbooks.keep);
    await page.waitForURL(/\/workbooks\/[0-9a-f-]{36}$/);
    const download = page.getByRole('link', { name: t.consolePartners.download, exact: true });
    await expect
      .poll(async () => {
        const refresh = page.getByRole('link', { name: t.workbooks.refresh, exact: true });
        if ((await refresh.count()) > 0) await refresh.click();
        return download.count();
      }, patience)
      .toBe(1);
    await staff.leave();
  });

  it('has the part of the service that is there, and is made whole when the other comes back', async () => {
    const site = 'http://127.0.0.1:1';
    const env = { ...stage.upstreams, PUBLIC_URL: site, OIDC_ISSUER: `${stage.origin}/issuer` };
    const [whole, halved] = [await createTestApp(env), await createTestApp({ ...env, UPSTREAM_TRAINING: nowhere })];
    let app = halved;
    const staff: Visitor = createVisitor(site, (url, init) => transportTo(app, site)(url, init));
    await signInAs(staff, 'carme');
    const begun = await staff.send(
      await staff.visit(`/ca/console/justification?call=${call}`),
      /\/justification\/[^/]+\/workbooks$/,
    );
    const id = idOf(begun, 'workbooks');
    const at = `/ca/console/justification/${call}/workbooks/${id}`;
    expect(begun.status).toBe(200);
    const settled = async () => {
      const shown = await staff.visit(at);
      return shown.text.includes('data-working') ? undefined : shown;
    };
    await expect.poll(settled, patience).toBeDefined();
    const half = await settled();
    expect(half?.text).toContain('no podem mostrar la part de formació');
    expect(half?.text).toContain('El fitxer es podrà baixar quan la còpia sigui sencera.');
    expect(half?.text).not.toContain(`${id}/workbook"`);
    const refused = await staff.visit(`${at}/workbook`);
    expect(refused.url.pathname).toBe(at);

    app = whole;
    const missing = await staff.visit(at);
    expect(missing.text).toContain('Hi falta la part de formació');
    await done(staff.send(missing, `${id}/training`));
    await expect.poll(async () => (await settled())?.text, patience).toContain(`${id}/workbook"`);
    // One which is there already is not begun again.
    const list = await staff.visit(`/ca/console/justification?call=${call}`);
    expect(list.text.split(id).length - 1).toBe(1);
    const nobody = await staff.visit(`/ca/console/justification/${call}/workbooks/${id.replace(/^.{8}/, '00000000')}`);
    expect(nobody.status).toBe(404);
    await Promise.all([whole.close(), halved.close()]);
  });
});
