import { browserTestsRun } from '@ateneu/testing';
import { beforeAll, describe, expect, it } from 'vitest';

import { barriers, comeIn, complaints, mailTo, person, type Person } from './people.ts';
import { stage } from './stage.ts';

/** What staff and partners do now and then, by clicking alone and without any script. */
describe.skipIf(!browserTestsRun)('the rest of a day at the desks, by clicking', { timeout: 120_000 }, () => {
  let staff: Person;
  const mark = `x${Date.now().toString(36)}`;
  const clean = async (page = staff.page): Promise<void> => expect(await barriers(page)).toEqual([]);
  const says = (text: string | RegExp, page = staff.page) => page.getByText(text).first().waitFor();

  beforeAll(async () => {
    staff = await person(stage.browser, stage.origin, { language: 'ca', window: 'desktop' });
    await comeIn(staff, 'Carme Ribas');
  }, 240_000);

  it('two who set the targets of a call at once see both side by side, and an emptied target is taken back', async () => {
    const { t, page } = staff;
    const path = '/ca/console/justification/2024-2025/targets';
    const women = '[id="targets.women"]';
    const other = await person(stage.browser, stage.origin, { language: 'ca', window: 'phone' });
    await comeIn(other, 'Carme Ribas');
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

  it('an initiative is written with all that the directory knows, and two edits of it stand side by side', async () => {
    const { t, page, fill, press } = staff;
    const i = t.consoleInitiative;
    const name = `Obrador ${mark}`;
    const at = (id: string) => page.locator(`[id="${id}"]`);
    const unfold = (label: string) => page.locator('details.folded > summary', { hasText: label }).first().click();
    await staff.visit('/ca/console/initiatives');
    await staff.follow(i.newInitiative);
    await at('name.ca').fill(name);
    await at('summary.ca').fill('Pa i pastes del barri.');
    await at('legalForm').selectOption('associacio');
    await page.locator('input[name="sectors"][value="alimentacio"]').check();
    await at('address').fill('Carrer Major, 1');
    await at('position').fill('a prop del metro');
    await press(t.desk.save);
    expect(await at('position-error').innerText()).toBe(i.positionWrong);
    await clean();
    await at('position').fill('41.3597, 2.0997');
    await at('contact.email.value').fill(`obrador.${mark}@example.org`);
    await at('contact.email.consent').check();
    await at('contact.email.consent.givenBy').fill('Rosa Pla');
    await at('contact.phone.value').fill('600 000 000');
    await unfold(i.links);
    await at('links.0.kind').selectOption('mastodon');
    await at('links.0.url').fill('https://social.example/@obrador');
    await unfold(i.openingHours);
    await page.locator('input[name="openingHours.weekly.0.days"][value="mo"]').check();
    await at('openingHours.weekly.0.opens').fill('09:00');
    await at('openingHours.weekly.0.closes').fill('14:00');
    await unfold(i.offers);
    await at('offers.0.name.ca').fill('Pa de massa mare');
    await unfold(i.criteria);
    await at('criteria.met.0.code').selectOption('transparencia');
    await press(t.desk.save);
    // A criterion counts with its evidence alone: without it the row says nothing and goes.
    await page.getByRole('heading', { level: 1, name }).waitFor();
    for (const text of ['41.3597, 2.0997', 'Dilluns: 09:00–14:00', 'Mastodon', 'Pa de massa mare']) await says(text);
    await says(`obrador.${mark}@example.org (${i.published})`);
    await says(`600 000 000 (${i.notPublished})`);
    await clean();

    const other = await person(stage.browser, stage.origin, { language: 'ca', window: 'desktop' });
    await comeIn(other, 'Carme Ribas');
    await staff.follow(t.desk.edit);
    await other.page.goto(page.url());
    await at('openingHours.weekly.0.closes').fill('15:00');
    await unfold(i.criteria);
    await at('criteria.met.0.code').selectOption('transparencia');
    await at('criteria.met.0.evidence.ca').fill('Comptes publicats al web.');
    await press(t.desk.save);
    await says('Transparència: Comptes publicats al web.');
    await other.page.locator('[id="openingHours.weekly.0.closes"]').fill('13:30');
    await other.press(t.desk.save);
    expect(await other.page.locator('.error-summary').innerText()).toMatch(/Tanca a les[\s\S]*15:00[\s\S]*13:30/);
    await clean(other.page);
    await other.leave();

    await press(t.console.startReview);
    await press(t.console.publish);
    await page.locator('summary', { hasText: i.slugChange }).click();
    await fill(i.slug, `obrador-${mark}`);
    await press(t.desk.save);
    const read = await fetch(`${stage.origin}/directory/v1/initiatives/obrador-${mark}`);
    expect(await read.json()).toMatchObject({
      position: { latitude: 41.3597, longitude: 2.0997 },
      contact: { email: `obrador.${mark}@example.org` },
      openingHours: { weekly: [{ days: ['mo'], opens: '09:00', closes: '15:00' }] },
    });
  });

  it('what is on record of somebody who enrolled is corrected; two at once stand side by side, and the history tells', async () => {
    const { t, page, press, fill } = staff;
    const c = t.consoleCourses;
    const title = `Sessió ${mark}`;
    await staff.visit('/ca/console/sessions/new');
    await fill(t.consoleSessions.titleCa, title);
    await fill(t.consoleSessions.summaryCa, 'Una sessió.');
    await fill(t.consoleSessions.startsAt, '2031-06-05T10:00');
    await fill(t.consoleSessions.endsAt, '2031-06-05T12:00');
    await fill(t.consoleSessions.venue, 'Can Serra');
    await fill(t.consoleSessions.capacity, '10');
    await press(t.desk.save);
    await press(t.consoleSessions.publish);
    await page.locator('summary', { hasText: c.enrolByHand }).first().click();
    await fill(t.training.name, 'Ada Mas');
    await fill(t.training.email, `ada.${mark}@example.org`);
    await page.getByLabel(new RegExp(c.enrolConsent)).check();
    await press(c.enrolByHand);
    await staff.follow('Ada Mas');
    const other = await person(stage.browser, stage.origin, { language: 'ca', window: 'phone' });
    await comeIn(other, 'Carme Ribas');
    await staff.follow(t.desk.edit);
    await other.page.goto(page.url());
    await page.locator('#name').fill('Ada Mas i Puig');
    await page.locator('#birthYear').fill('3000');
    await press(t.desk.save);
    await page.locator('.error-summary').waitFor();
    await clean();
    await page.locator('#birthYear').fill('1984');
    await page.locator('[id="profile.gender"]').selectOption({ index: 1 });
    await press(t.desk.save);
    await page.getByRole('heading', { name: c.enrolmentOf('Ada Mas i Puig') }).waitFor();
    await says(/any de naixement.*Carme Ribas/);
    await clean();
    await other.page.locator('#name').fill('Ada Más');
    await other.press(t.desk.save);
    expect(await other.page.locator('.error-summary').innerText()).toMatch(/Ada Mas i Puig\s+Ada Más/);
    await clean(other.page);
    await other.leave();
    // Who corrected whom is found beside what was done in the other services.
    await staff.visit('/ca/console/privacy/audit?action=edit');
    await page
      .getByRole('row', { name: /Formació.*Carme Ribas.*enrolment/ })
      .first()
      .waitFor();
    await clean();
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
      return (await fetch(`${stage.origin}/accompaniment/v1/partner/session`, { headers })).status;
    };

    const partner = await person(stage.browser, stage.origin, { language: 'es', window: 'phone' });
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
    await mailTo(stage.origin, `entitat.${mark}@example.org`, /ha renovat les credencials/);
    await partner.leave();
  });

  it('a project is referred from its own page without typing it again, and shows where it went', async () => {
    const { t, page, press, follow } = staff;
    const [project, partner] = [`Economat ${mark}`, `Federació ${mark}`];
    const at = (id: string) => page.locator(`[id="${id}"]`);
    await staff.visit('/ca/console/partners/new');
    await at('name').fill(partner);
    await at('contactEmail').fill(`federacio.${mark}@example.org`);
    await at('contacts.0.name').fill('Pau Serra');
    await press(t.desk.save);
    await at('contacts.0.email-error').waitFor();
    await clean();
    await at('contacts.0.email').fill(`pau.${mark}@example.org`);
    await at('contacts.0.role').fill('Tècnic');
    await press(t.desk.save);
    await says('Pau Serra, Tècnic');
    await clean();

    await staff.visit('/ca/console/projects/new');
    await at('name').fill(project);
    await at('description').fill('Una botiga cooperativa.');
    await at('contact.name').fill('Neus Prova');
    await at('contact.email').fill(`neus.${mark}@example.org`);
    await press(t.desk.save);
    await follow(t.projects.refer);
    expect(await at('project.name').inputValue()).toBe(project);
    expect(await at('person.email').inputValue()).toBe(`neus.${mark}@example.org`);
    await at('partnerId').selectOption({ label: partner });
    await at('consent.givenOn').fill('2031-01-01');
    await press(t.desk.save);
    // A consent cannot be of a day to come: what was typed is still there.
    expect(await at('consent.givenOn').inputValue()).toBe('2031-01-01');
    await clean();
    await at('consent.givenOn').fill(new Date().toISOString().slice(0, 10));
    await press(t.desk.save);
    await page.getByRole('heading', { level: 1, name: project }).waitFor();
    await staff.visit(`/ca/console/search?q=${encodeURIComponent(project)}`);
    await page.getByRole('link', { name: project }).first().waitFor();
    const projectLink = page.locator('main a[href*="/console/projects/"]', { hasText: project }).first();
    await projectLink.click();
    await page
      .getByRole('row', { name: new RegExp(`→ ${partner}`) })
      .getByText(t.cases.draft)
      .waitFor();
    await clean();

    // What staff erase of somebody says from which entities they go as a contact.
    await staff.visit('/ca/console/privacy');
    await staff.fill(t.privacy.email, `pau.${mark}@example.org`);
    await press(t.privacy.look);
    const line = page.locator('div', { has: page.locator('dt', { hasText: t.privacy.partnerContacts }) }).last();
    expect(await line.locator('dd').innerText()).toBe('1');
    await page.getByLabel(new RegExp(t.privacy.sure)).check();
    await press(t.privacy.erase);
    await page.getByRole('heading', { name: t.privacy.erasedTitle }).waitFor();
    expect(await line.locator('dd').innerText()).toBe('1');
    await staff.visit('/ca/console/partners');
    await follow(partner);
    expect(await page.getByText('Pau Serra').count()).toBe(0);
  });

  it('two ends of one accompaniment stand side by side, part by part; whoever has nothing in hand is in the load too', async () => {
    const { t, page, press } = staff;
    const project = `Taller ${mark}`;
    await staff.visit('/ca/console/projects/new');
    await page.locator('#name').fill(project);
    await page.locator('#description').fill('Un taller de bicicletes.');
    await press(t.desk.save);
    await press(`${t.cases.openAccompaniment}: ${t.desk.modalityCreation}`);
    await press(t.cases.begin);
    await staff.follow(t.cases.complete);
    const other = await person(stage.browser, stage.origin, { language: 'ca', window: 'desktop' });
    await comeIn(other, 'Carme Ribas');
    await other.page.goto(page.url());
    await page.locator('input[name="outcome.kind"][value="none"]').check();
    await page.locator('[id="outcome.why"]').fill('El grup es va desfer.');
    await press(t.cases.complete);
    await says('El grup es va desfer.');
    await other.page.locator('input[name="outcome.kind"][value="job-insertions"]').check();
    await other.page.locator('[id="outcome.jobs"]').fill('3');
    await other.press(t.cases.complete);
    const summary = await other.page.locator('.error-summary').innerText();
    expect(summary).toMatch(new RegExp(`${t.cases.why}\\s+El grup es va desfer`));
    expect(summary).toMatch(new RegExp(`${t.cases.jobs}\\s+—\\s+3`));
    await clean(other.page);
    await other.leave();
    const technician = await person(stage.browser, stage.origin, { language: 'es', window: 'phone' });
    await comeIn(technician, 'Tània Soler');
    await technician.leave();
    await staff.visit('/ca/console/work');
    await page
      .getByRole('row', { name: /Tània Soler/ })
      .first()
      .waitFor();
    await clean();
  });

  it('the words of a message are begun from those that are built in, with their fields', async () => {
    const { t, page, press } = staff;
    await staff.visit('/ca/console/texts/enrolment-cancelled/ca');
    expect(await page.locator('#subject').inputValue()).toContain('{{ title | text }}');
    await page.locator('#paragraphs').fill(`${await page.locator('#paragraphs').inputValue()}\n\nFins aviat.`);
    await press(t.consoleNotices.seePreview);
    await page.getByRole('region', { name: t.consoleNotices.preview }).getByText('Fins aviat.').waitFor();
    await clean();
  });

  it('each kind of thing is found from anywhere: what the platform shows to whoever tries it, too', async () => {
    const { t, page } = staff;
    const look = async (q: string): Promise<void> => {
      await page.locator('#search-all').fill(q);
      await page.locator('#search-all').press('Enter');
      await page.getByRole('heading', { level: 1, name: q }).waitFor();
    };
    const finds = async (q: string, ...kinds: readonly string[]): Promise<void> => {
      await look(q);
      for (const kind of kinds) await page.getByRole('listitem').filter({ hasText: kind }).first().waitFor();
    };
    await staff.visit('/ca/console');
    await finds('queviures', t.consoleDirectory.initiativeOne);
    await finds('comprar juntes', t.consoleDirectory.practiceSection);
    await finds('taula rodona', t.consoleCourses.session, t.consoleCourses.ofCourse);
    await finds('soldevila', t.consoleCourses.enrolment, t.consoleCourses.certificate);
    await finds('cuina torrassa', t.desk.project, t.cases.accompanimentOne);
    await finds('omar bensaid', t.desk.person);
    await finds('impremta', t.cases.referralsTitle);
    await finds('federacio de mostra', t.cases.partner);
    await look('taula1@example.org');
    await page.locator('main a[href*="/console/deliveries/"]').first().waitFor();
    await clean();
  });

  it('a project of the demonstration has life: its group, documents, diagnosis and hours', async () => {
    const { t, page } = staff;
    await staff.visit('/ca/console/search?q=jardiners');
    await page.locator('main a[href*="/console/accompaniments/"]').first().click();
    await page.getByRole('heading', { name: t.accompanimentDesk.diagnosis }).waitFor();
    await page.getByRole('img', { name: t.accompanimentDesk.diagnosisPicture }).waitFor();
    await says(t.cases.hoursValue('4,5'));
    await clean();
    await staff.visit('/ca/console/search?q=torrassa');
    await page.locator('main a[href*="/console/projects/"]').first().click();
    await says('Lucía Pardo Ruiz');
    await says('esborrany-estatuts.pdf');
    await clean();
    await staff.visit('/ca/console/justification?call=2024-2025');
    await page
      .getByRole('row', { name: /Insercions laborals/ })
      .getByRole('cell', { name: '6', exact: true })
      .first()
      .waitFor();
    await clean();
  });

  it('no page complained of its scripts, its styles or the policy that guards them', () => {
    expect(complaints).toEqual([]);
  });
});
