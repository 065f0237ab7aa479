import { field, publicPath } from '../../test/e2e/people.ts';
import type { Album, Sitter } from './album.ts';

/** What everybody sees, in both windows. */
export async function takePublic({ sit }: Album): Promise<void> {
  const walk = async (sitter: Sitter, suffix: string): Promise<void> => {
    const { language, page, t } = sitter;
    await sitter.visit(`/${language}`);
    await sitter.take(`home${suffix}`);
    await sitter.visit(publicPath(language, 'directory'));
    await sitter.take(`directory${suffix}`);
    await page.locator('main .card a').first().click();
    await sitter.take(`initiative${suffix}`);
    await sitter.visit(publicPath(language, 'training'));
    await sitter.take(`training${suffix}`);
    await page.locator('main .card a').first().click();
    await sitter.take(`session${suffix}`);
    await sitter.visit(publicPath(language, 'accompaniment'));
    await sitter.take(`accompaniment${suffix}`);
    await page
      .getByRole('link', { name: t.accompaniment.askFor(t.accompaniment.creation.toLowerCase()) })
      .first()
      .click();
    await sitter.take(`request${suffix}`);
  };
  await sit({}, (sitter) => walk(sitter, ''));
  await sit({ language: 'es', window: 'phone' }, (sitter) => walk(sitter, '-phone'));
  await sit({ language: 'es', window: 'phone', dark: true }, async (sitter) => {
    await sitter.visit(publicPath('es', 'training'));
    await sitter.page.locator('main .card a').first().click();
    await sitter.take('session-phone-dark');
  });
}

/** What the team works with. */
export async function takeTeam({ sit }: Album): Promise<void> {
  await sit({ staff: 'Carme Ribas' }, async (sitter) => {
    const { page, visit, take, follow, t } = sitter;
    const find = async (words: string): Promise<void> => {
      await page.locator('#search-all').fill(words);
      await page.locator('#search-all').press('Enter');
      await page.getByRole('heading', { level: 1, name: words }).waitFor();
    };
    await take('console-today');
    await follow(t.console.referrals);
    await take('console-referrals');
    await find('torrassa');
    await page.locator('main a[href*="/projects/"]').first().click();
    await take('console-project');
    await find('jardiners');
    await page.locator('main a[href*="/accompaniments/"]').first().click();
    await take('console-accompaniment');
    await visit('/ca/console/work');
    await take('console-hours');
    await visit('/ca/console/itineraries/creation');
    await take('console-itinerary', 1200);
    await visit('/ca/console/justification?call=2024-2025');
    await take('console-workbook', 2400);
    await visit('/ca/console/justification/2024-2025/targets');
    await take('console-targets');
    await find('iniciació');
    await page.locator('main a[href*="/courses/"]').first().click();
    await take('console-course');
    await find('taula rodona');
    await page.locator('main a[href*="/sessions/"]').first().click();
    await take('console-session');
    await follow(t.consoleSessions.survey);
    await take('console-survey');
    await find('jardiners');
    await page.locator('main a[href*="/accompaniments/"]').first().click();
    await follow(t.outcomes.insertionAdd);
    await take('console-insertion', 1200);
    await visit('/ca/console/texts/enrolment-confirmed/ca');
    await take('console-text', 1400);
    await visit('/ca/console/imports');
    await importFile(sitter);
    await take('console-import');
  });
  await sit({ staff: 'Adam Pujol' }, async ({ visit, fill, press, take, page, t }) => {
    await visit('/ca/console/privacy');
    await fill(t.privacy.email, 'fatima.bouzid@example.org');
    await press(t.privacy.look);
    await page.getByRole('heading', { name: t.privacy.foundTitle('fatima.bouzid@example.org') }).waitFor();
    await take('console-privacy');
  });
  await sit({ staff: 'Tània Soler', dark: true }, ({ take }) => take('console-today-dark'));
  await sit(
    { staff: 'Tània Soler', language: 'es', window: 'phone' },
    async ({ take, visit, page, t, press, follow }) => {
      await take('console-today-phone');
      await visit('/es/console/referrals');
      await take('console-referrals-phone');
      await visit('/es/console/sessions');
      await page.locator('tbody a').filter({ hasText: 'cooperativa' }).first().click();
      const desk = new URL(page.url()).pathname;
      await take('console-session-phone');
      await press(t.consoleSessions.start);
      await follow(t.consoleSessions.attendance);
      await take('console-attendance-phone', 844);
      await visit(`${desk}/door`);
      await take('console-door-phone');
    },
  );
}

async function importFile({ page, fill, t, press }: Sitter): Promise<void> {
  await fill(t.consoleDirectory.source, 'fira-2026');
  const rows = [
    'Codi;Nom;Resum;Forma;Sector;Adreça',
    '1;Obrador la Farinera;Pa i pastes de massa mare;associacio;alimentacio;Carrer del Príncep de Bergara, 4',
    '2;Cures de Bellvitge;Cura de persones grans a casa seva;cooperativa-treball-associat;cures;Avinguda d’Europa, 21',
    '3;;Sense nom;associacio;cultura;',
  ];
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'entitats.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
  await press(t.consoleDirectory.check);
  const columns = { name_ca: 'Nom', summary_ca: 'Resum', legal_form: 'Forma', sectors: 'Sector', address: 'Adreça' };
  for (const [name, column] of Object.entries({ external_id: 'Codi', ...columns })) {
    await page.locator(`select[name="column.${name}"]`).selectOption(column);
  }
  await press(t.consoleDirectory.check);
  await page.getByRole('heading', { name: t.consoleDirectory.report }).waitFor();
}

/** What partners see, from their door on. */
export async function takePartners({ sit }: Album): Promise<void> {
  let key = '';
  await sit({ staff: 'Carme Ribas' }, async ({ visit, follow, press, page, t }) => {
    await visit('/ca/console/partners');
    await follow('Servei d’emprenedoria de mostra');
    await page.locator('summary', { hasText: t.consolePartners.rotate }).click();
    await press(t.consolePartners.rotate);
    key = await page.locator('#api-key').innerText();
    await visit('/ca/console/referrals/new');
    await field(page, t.cases.partner).selectOption({ label: 'Servei d’emprenedoria de mostra' });
  });
  const enter = async ({ visit, fill, press, language, t, page }: Sitter): Promise<void> => {
    await visit(`/${language}/desk/sign-in`);
    await fill(t.partnerDesk.apiKey, key);
    await press(t.partnerDesk.enter);
    await page.getByRole('heading', { name: t.partnerDesk.referrals }).waitFor();
  };
  await sit({}, async (sitter) => {
    const { take, visit, page } = sitter;
    await enter(sitter);
    await take('desk-referrals');
    await page.locator('tbody a').first().click();
    await take('desk-referral');
    await visit('/ca/desk/events');
    await page.getByText(sitter.t.partnerDesk.live, { exact: true }).waitFor();
    await take('desk-events');
  });
  await sit({ language: 'es', window: 'phone' }, async (sitter) => {
    const { take, visit } = sitter;
    await visit('/es/desk/sign-in');
    await take('desk-sign-in-phone');
    await enter(sitter);
    await take('desk-referrals-phone');
    await visit('/es/desk/refer');
    await take('desk-refer-phone');
    await visit('/es/desk/account');
    await take('desk-account-phone');
  });
}
