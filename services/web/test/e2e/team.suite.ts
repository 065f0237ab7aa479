import { readFile } from 'node:fs/promises';

import { browserTestsRun } from '@ateneu/testing';
import { beforeAll, describe, expect, it } from 'vitest';

import { barriers, comeIn, complaints, field, mailTo, person, type Person } from './people.ts';
import { stage } from './stage.ts';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const today = new Date().toISOString().slice(0, 10);

/** What the team does once a project is accompanied, by clicking alone; its forms need no script. */
describe.skipIf(!browserTestsRun)('the team, by clicking', { timeout: 180_000 }, () => {
  let staff: Person;
  let partner: Person;
  let other: Person;
  const mark = Date.now().toString(36);
  const project = `Costura ${mark}`;
  const pages = new Set<string>();

  beforeAll(async () => {
    [staff, partner, other] = await Promise.all([
      person(stage.browser, stage.origin, { language: 'ca', window: 'phone', scripts: false }),
      person(stage.browser, stage.origin, { language: 'es', window: 'desktop', scripts: false }),
      person(stage.browser, stage.origin, { language: 'ca', window: 'desktop' }),
    ]);
    await comeIn(other, 'Tània Soler');
    await comeIn(staff, 'Carme Ribas');
  }, 240_000);

  /** Remembers where somebody is, to look for barriers there. */
  const remember = (): void => void pages.add(new URL(staff.page.url()).pathname);
  const saved = () => staff.page.getByText(staff.t.desk.saved, { exact: true }).waitFor();
  const errorAt = (name: string) => staff.page.locator(`[id="${name}-error"]`).innerText();
  const open = (summary: string) => staff.page.locator('summary', { hasText: summary }).first().click();
  let projectPath: string;
  let accompanimentPath: string;

  const refer = async (name: string): Promise<void> => {
    const { t } = partner;
    await partner.visit('/es/desk');
    await partner.follow(t.partnerDesk.refer);
    await partner.fill(t.desk.name, name);
    await partner.fill(t.accompaniment.projectText, 'Un taller de costura.');
    await partner.fill(t.training.name, 'Pau Roca');
    await partner.fill(t.training.email, `pau.${mark}@example.org`);
    await partner.fill(t.cases.consentDay, today);
    await partner.press(t.partnerDesk.sendReferral);
    await partner.page.getByRole('heading', { name }).waitFor();
  };
  const accompany = async (name: string): Promise<void> => {
    const { t } = staff;
    await staff.visit('/ca/console');
    await staff.follow(name);
    await staff.press(t.cases.accept);
    await staff.press(t.cases.openAccompaniment);
    await staff.page.getByRole('heading', { name: t.accompanimentDesk.timeline }).waitFor();
    accompanimentPath = new URL(staff.page.url()).pathname;
    await staff.page.locator('.facts').getByRole('link', { name }).click();
    projectPath = new URL(staff.page.url()).pathname;
  };

  it('a project of a partner is accompanied, and is found by its tags', async () => {
    const { t } = staff;
    await staff.visit('/ca/console/partners');
    await staff.follow(t.consolePartners.newPartner);
    await staff.fill(t.desk.name, `Entitat ${mark}`);
    await staff.fill(t.consolePartners.contactEmail, `entitat.${mark}@example.org`);
    await staff.press(t.desk.save);
    await staff.press(t.consolePartners.issue);
    const key = await staff.page.locator('#api-key').innerText();
    await partner.visit('/es/desk');
    await partner.fill(partner.t.partnerDesk.apiKey, key);
    await partner.press(partner.t.partnerDesk.enter);
    await refer(project);
    await accompany(project);
    remember();
    await staff.follow(t.desk.edit);
    remember();
    await staff.fill(t.projects.tags, `tèxtil ${mark}, barri`);
    await staff.fill(t.projects.contactEmail.replace(/.*/, t.training.email), 'res');
    await staff.press(t.desk.save);
    expect(await errorAt('contact.email')).not.toBe('');
    await staff.fill(t.training.email, `pau.${mark}@example.org`);
    await staff.press(t.desk.save);
    await saved();
    await staff.follow(`tèxtil ${mark}`);
    await staff.page.locator('tbody').getByRole('link', { name: project }).waitFor();
  });

  it('two who edit a project see both edits', async () => {
    const { t } = staff;
    await staff.visit(`${projectPath}/edit`);
    const stale = await staff.page.locator('input[name="version"]').inputValue();
    await staff.fill(t.projects.municipality, 'Esplugues');
    await staff.press(t.desk.save);
    await saved();
    await staff.visit(`${projectPath}/edit`);
    // The form as it was before the other's edit: this is what a second window would send.
    await staff.page
      .locator('input[name="version"]')
      .evaluate((input, value) => input.setAttribute('value', value), stale);
    await staff.fill(t.projects.municipality, 'Cornellà');
    await staff.press(t.desk.save);
    expect(await staff.page.locator('.error-summary').innerText()).toMatch(/Esplugues[\s\S]*Cornellà/);
    await staff.press(t.desk.save);
    await saved();
    await staff.page.getByText('Cornellà', { exact: true }).waitFor();
  });

  it('the group is invited by a link and accepts by it, and who leaves is out of it', async () => {
    const { t } = staff;
    const email = `mar.${mark}@example.org`;
    await staff.visit(projectPath);
    await staff.follow(t.projects.memberAdd);
    remember();
    await staff.fill(t.desk.name, 'Mar');
    await staff.press(t.projects.memberAdd);
    expect(await errorAt('person.email')).not.toBe('');
    await staff.fill(t.training.email, email);
    await staff.fill(t.projects.surnames, 'Soler');
    await staff.press(t.projects.memberAdd);
    await saved();
    await staff.page.getByText(t.projects.invited, { exact: true }).waitFor();
    const { links } = await mailTo(stage.origin, email, /self-service/);
    await partner.page.goto(links.find((link) => link.includes('self-service')) ?? '');
    await partner.page.locator('button').first().click();
    await expect
      .poll(async () => {
        await staff.visit(projectPath);
        return staff.page.getByText(t.projects.memberActive, { exact: true }).count();
      })
      .toBe(1);
    await staff.page.locator('a', { hasText: t.desk.edit }).last().click();
    remember();
    await staff.fill(t.projects.role, 'Patronatge');
    await staff.press(t.desk.save);
    await saved();
    await staff.page.getByText('Patronatge').waitFor();
    await open(t.projects.memberRemove);
    await staff.page.locator('details[open] button').click();
    await staff.page.getByText(t.projects.left, { exact: true }).waitFor();
  });

  it('a document is refused with the reason at its field, kept, given to the partner, and taken back', async () => {
    // The browser's own tools need scripts to choose a file; the page has none.
    const { t } = other;
    await other.visit(projectPath);
    const kept = () => other.page.getByText(t.desk.saved, { exact: true }).waitFor();
    const errorAtOther = (name: string) => other.page.locator(`[id="${name}-error"]`).innerText();
    await other.press(t.projects.upload);
    expect(await errorAtOther('file')).toBe(t.projects.fileMissing);
    expect(await errorAtOther('kind')).toBe(t.projects.kindMissing);
    const send = async (name: string, buffer: Buffer): Promise<void> => {
      await field(other.page, t.projects.kind).selectOption('statutes');
      await other.page.locator('#file').setInputFiles({ name, mimeType: 'application/pdf', buffer });
      await other.press(t.projects.upload);
    };
    await send('estatuts.pdf', Buffer.from('no és cap PDF'));
    expect(await errorAtOther('file')).toMatch(/PDF/);
    await send('estatuts.pdf', Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]));
    expect(await errorAtOther('file')).toBe(t.projects.fileTooLarge);
    const large = Buffer.concat([pdf, Buffer.alloc(5_000_000)]);
    await send('Estatuts de la costura (là).pdf', large);
    await kept();
    const download = other.page.waitForEvent('download');
    await other.page.getByRole('link', { name: 'Estatuts de la costura (là).pdf' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Estatuts de la costura (là).pdf');
    expect(large.equals(await readFile(await file.path()))).toBe(true);

    const shared = () => partner.page.getByRole('link', { name: /Estatuts/ });
    await other.press(t.projects.share(`Entitat ${mark}`));
    await kept();
    await partner.visit('/es/desk');
    await partner.page.locator('tbody a').first().click();
    await shared().waitFor();
    const theirs = partner.page.waitForEvent('download');
    await shared().click();
    expect(large.equals(await readFile(await (await theirs).path()))).toBe(true);
    await other.press(t.projects.unshare(`Entitat ${mark}`));
    await kept();
    await partner.page.reload();
    expect(await shared().count()).toBe(0);
    await other.page.locator('summary', { hasText: t.projects.removeDocument }).click();
    await other.page.locator('details[open] button').click();
    await kept();
    expect(await other.page.getByRole('link', { name: /Estatuts/ }).count()).toBe(0);
  });

  it('an accompaniment ends with its outcome, which is corrected without losing what it said', async () => {
    const { t } = staff;
    await staff.visit(accompanimentPath);
    await staff.press(t.cases.begin);
    await open(t.cases.consultancyAdd);
    await staff.page.locator('#heldOn').fill(today);
    await staff.fill(t.cases.minutes, '90');
    await staff.fill(t.cases.objective, 'Pla de viabilitat');
    await staff.press(t.cases.consultancyAdd);
    await saved();
    await staff.follow(t.cases.complete);
    remember();
    await staff.press(t.cases.complete);
    expect(await errorAt('outcome.kind')).toBe(t.outcomes.kindMissing);
    const choose = (kind: string) => staff.page.locator(`input[name="outcome.kind"][value="${kind}"]`).check();
    await choose('entity-created');
    await staff.fill(t.cases.entityName, 'Costura SCCL');
    await staff.fill(t.cases.entityTaxId, 'F12345678');
    await field(staff.page, t.directory.legalForm).selectOption('cooperativa-treball-associat');
    await staff.page.locator('input[name="outcome.entity.sectors"]').first().check();
    await staff.page.locator('input[name="outcome.entity.constitutedOn"]').fill(today);
    await staff.press(t.cases.complete);
    expect(await errorAt('outcome.entity.taxId')).not.toBe('');
    await choose('legal-form-transformed');
    const forms = await field(staff.page, t.outcomes.transformedTo)
      .locator('option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
    await field(staff.page, t.outcomes.transformedFrom).selectOption(forms[1] ?? '');
    await field(staff.page, t.outcomes.transformedTo).selectOption(forms[1] ?? '');
    await staff.press(t.cases.complete);
    expect(await errorAt('outcome.to')).not.toBe('');
    await field(staff.page, t.outcomes.transformedTo).selectOption(forms[2] ?? '');
    await staff.press(t.cases.complete);
    await saved();
    await staff.page.getByText(t.outcomes.transformed).first().waitFor();

    await staff.follow(t.outcomes.correct);
    remember();
    await choose('consolidated');
    await staff.page.locator('input[name="outcome.through"][value="new-line"]').check();
    await staff.fill(t.outcomes.consolidatedText, 'Arranjaments a domicili.');
    await staff.press(t.outcomes.correct);
    expect(await errorAt('why')).not.toBe('');
    await staff.fill(t.outcomes.correctWhy, 'Es va triar malament.');
    await staff.press(t.outcomes.correct);
    await saved();
    await staff.page.getByRole('heading', { name: t.outcomes.corrections }).waitFor();
    const history = await staff.page.locator('.timeline').first().innerText();
    expect(history).toMatch(/Arranjaments a domicili\.[\s\S]*Es va triar malament\.[\s\S]*→/);
  });

  it('a job insertion is recorded, corrected with a reason, and taken back', async () => {
    const { t } = staff;
    await staff.follow(t.outcomes.insertionAdd);
    remember();
    await staff.fill(t.desk.name, 'Pau');
    await staff.fill(t.projects.surnames, 'Roca');
    await staff.fill(t.projects.idDocument, '12345678A');
    await field(staff.page, t.outcomes.contract).selectOption('permanent');
    await staff.fill(t.outcomes.startsOn, today);
    await staff.press(t.outcomes.insertionAdd);
    expect(await errorAt('person.idDocument')).not.toBe('');
    await staff.fill(t.projects.idDocument, '12345678Z');
    await staff.press(t.outcomes.insertionAdd);
    await saved();
    await staff.follow(/Corregeix *Pau/);
    remember();
    await field(staff.page, t.outcomes.contract).selectOption('temporary');
    await staff.fill(t.outcomes.correctWhy, 'El contracte era temporal.');
    await staff.press(t.outcomes.insertionCorrect);
    await saved();
    await staff.follow(/Corregeix *Pau/);
    expect(await staff.page.locator('.timeline').innerText()).toMatch(/Indefinit|El contracte era temporal\./);
    await open(t.outcomes.insertionVoid);
    await staff.fill(t.outcomes.insertionVoidWhy, 'No va començar.');
    await staff.press(t.outcomes.insertionVoid);
    await saved();
    await staff.page.getByText(t.outcomes.insertionVoided, { exact: true }).waitFor();
    await open(t.outcomes.reopen);
    await staff.fill(t.outcomes.reopenWhy, 'Continuen.');
    await staff.press(t.outcomes.reopen);
    await saved();
    remember();
  });

  it('somebody else of the team takes an accompaniment over', async () => {
    const { t } = staff;
    await other.visit(accompanimentPath);
    await other.page.locator('summary', { hasText: t.outcomes.assign }).click();
    await field(other.page, t.outcomes.assignTo).selectOption({ label: 'Tània Soler' });
    await other.press(t.outcomes.assign);
    await other.page.getByText(t.desk.saved, { exact: true }).waitFor();
    await staff.visit(accompanimentPath);
    await staff.page.locator('.facts').getByText('Tània Soler').waitFor();
  });

  it('a project that came twice becomes one', async () => {
    const { t } = staff;
    const first = projectPath;
    await refer(`${project} bis`);
    await accompany(`${project} bis`);
    await staff.page.getByRole('heading', { name: t.projects.duplicates }).waitFor();
    remember();
    // Both are accompanied in the same modality: one has to be over first, and the service says so.
    await staff.visit(accompanimentPath);
    await open(t.cases.abandon);
    await staff.page.locator('input[name="reasonCode"]').first().check();
    await staff.press(t.cases.abandon);
    await saved();
    await staff.visit(projectPath);
    await open(t.projects.merge);
    await staff.page.locator('details[open] button').click();
    await staff.page.getByText(t.projects.mergeDone).waitFor();
    expect(new URL(staff.page.url()).pathname).toBe(first);
    await staff.visit(projectPath);
    await staff.follow(t.projects.seeMerged);
    expect(new URL(staff.page.url()).pathname).toBe(first);
  });

  it('hours and load are there, and a coordinator publishes a new version of an itinerary', async () => {
    const { t } = staff;
    await staff.visit('/ca/console/accompaniments');
    await staff.follow(t.outcomes.workTitle);
    await staff.page.getByRole('region', { name: t.outcomes.load }).waitFor();
    await staff.fill(t.outcomes.from, '2020-01-01');
    await staff.press(t.desk.filter);
    await staff.page
      .getByText(new RegExp(`^${t.outcomes.total}: `))
      .first()
      .waitFor();
    await staff.visit('/ca/console/itineraries');
    await staff.page.locator('a[href$="/itineraries/creation"]').click();
    const stale = await staff.page.locator('input[name="basedOn"]').inputValue();
    const last = Number(await staff.page.locator('input[name="count"]').inputValue()) - 1;
    const fresh = async (name: string): Promise<void> => {
      await staff.page.locator(`[id="phases.${last}.name.ca"]`).fill(name);
      await staff.page.locator(`[id="phases.${last}.name.es"]`).fill(`${name} (es)`);
      await staff.page.locator(`[id="phases.${last}.tasks.ca"]`).fill('Trucar\nEscriure');
      await staff.page.locator(`[id="phases.${last}.tasks.es"]`).fill('Llamar\nEscribir');
      await staff.press(t.outcomes.publish);
    };
    await fresh('Seguiment a l’any');
    await saved();
    await staff.page.getByText('Seguiment a l’any').waitFor();
    await staff.page.getByText(/Trucar; Escriure/).waitFor();
    await staff.visit('/ca/console/itineraries/creation');
    await staff.page
      .locator('input[name="basedOn"]')
      .evaluate((input, value) => input.setAttribute('value', value), stale);
    await staff.page.locator(`[id="phases.${last}.name.ca"]`).fill('Seguiment als dos anys');
    await staff.press(t.outcomes.publish);
    expect(await staff.page.locator('.error-summary').innerText()).toMatch(/a l’any[\s\S]*als dos anys/);
  });

  it('targets of a call are set beside what is reached', async () => {
    const { t } = staff;
    await staff.visit('/ca/console/justification?call=2024-2025');
    await staff.follow(t.consolePartners.targetsEdit);
    remember();
    const target = staff.page.locator('input[name^="targets."]').first();
    await target.fill('-3');
    await staff.press(t.desk.save);
    expect(await staff.page.locator('.field-error').first().innerText()).not.toBe('');
    await target.fill('40');
    await staff.press(t.desk.save);
    await saved();
    await staff.page.locator('td', { hasText: /^40$/ }).first().waitFor();
  });

  it('none of the pages that it went through keeps anybody out', async () => {
    const reader = await person(stage.browser, stage.origin, { language: 'ca', window: 'phone' });
    await comeIn(reader, 'Carme Ribas');
    const found: string[] = [];
    for (const path of pages) {
      await reader.visit(path);
      found.push(...(await barriers(reader.page)));
    }
    await reader.leave();
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
