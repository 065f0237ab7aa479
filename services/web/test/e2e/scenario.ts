import { expect, vi } from 'vitest';

import { field, mailTo, person, type Person, publicPath, signIn, type windows } from './people.ts';
import type { Browser } from './stage.ts';

/** Where and how the scenario is played. */
export interface Setting {
  readonly browser: Browser;
  readonly origin: string;
  readonly language: 'ca' | 'es';
  readonly window: keyof typeof windows;
}

/** Everybody in it, and what tells this run's things from those of others. */
interface Cast {
  readonly coordinator: Person;
  readonly technician: Person;
  readonly citizen: Person;
  readonly a: Person;
  readonly b: Person;
  readonly mark: string;
  readonly keys: Readonly<Record<'a' | 'b', string>>;
}

const today = new Date().toISOString().slice(0, 10);

/**
 * Plays the platform's own scenario, the one of `npm run scenario`, by clicking alone: two partners are onboarded; one refers a
 * project, which becomes an entity that the directory shows; three people want the two places of a workshop; the other partner
 * sees nothing of it; and the first comes back to exactly what it missed.
 */
export async function playScenario({ browser, origin, language, window }: Setting): Promise<void> {
  const mark = `${language}${window.slice(0, 1)}${Date.now().toString(36)}`;
  const enter = () => person(browser, origin, { language, window });
  const people = await Promise.all([
    enter(),
    enter(),
    // Nothing that a citizen does needs a script.
    person(browser, origin, { language, window, scripts: false }),
    enter(),
    enter(),
  ]);
  const [coordinator, technician, citizen, a, b] = people;
  await signIn(coordinator, 'Carme Ribas');
  const keys = { a: await onboard(coordinator, `A ${mark}`), b: await onboard(coordinator, `B ${mark}`) };
  const cast: Cast = { coordinator, technician, citizen, a, b, mark, keys };
  await signIn(technician, 'Tània Soler');
  const referral = await referAndAccept(cast);
  await becomeEntity(cast);
  await publishEntity(cast);
  await holdWorkshop(cast);
  await seeNothing(cast, referral);
  await awayAndBack(cast);
  await Promise.all(people.map((one) => one.leave()));
}

/** A partner gets into the registry; its key is shown this once. */
async function onboard(coordinator: Person, name: string): Promise<string> {
  const { t, page, language } = coordinator;
  await coordinator.visit(`/${language}/console/partners`);
  await coordinator.follow(t.consolePartners.newPartner);
  await coordinator.fill(t.desk.name, name);
  await coordinator.fill(t.consolePartners.contactEmail, `${name.replaceAll(' ', '.').toLowerCase()}@example.org`);
  await coordinator.press(t.desk.save);
  await coordinator.press(t.consolePartners.issue);
  return page.locator('#api-key').innerText();
}

/** By its key, from whatever page of the desk it wanted. */
async function enterDesk(partner: Person, key: string, path: string): Promise<void> {
  await partner.visit(`/${partner.language}/desk${path}`);
  await partner.fill(partner.t.partnerDesk.apiKey, key);
  await partner.press(partner.t.partnerDesk.enter);
}

/** A project with its person's consent, from the partner's own page. */
async function refer(partner: Person, project: string, email: string): Promise<string> {
  const { t, page, language } = partner;
  await partner.follow(t.partnerDesk.refer);
  await partner.fill(t.cases.reference, project.slice(0, 20));
  await partner.fill(t.desk.name, project);
  await partner.fill(t.accompaniment.projectText, 'Set veïnes volen obrir una botiga cooperativa d’aliments.');
  await partner.fill(t.training.name, 'Fàtima El Amrani');
  await partner.fill(t.training.email, email);
  await page.locator(`input[name="person.language"][value="${language}"]`).check();
  await page.locator('input[name="consent.scope"][value="referral-and-follow-up"]').check();
  await partner.fill(t.cases.consentDay, today);
  await partner.press(t.partnerDesk.sendReferral);
  await page.getByRole('heading', { level: 1, name: project }).waitFor();
  return new URL(page.url()).pathname;
}

/** Opens a page of the desk's menu once more until it says something: what happened elsewhere comes by events. */
async function followUntil(who: Person, link: string, says: string | RegExp): Promise<void> {
  await vi.waitFor(
    async () => {
      await who.follow(link);
      expect(await who.page.locator('main').innerText()).toMatch(says);
    },
    { timeout: 45_000, interval: 250 },
  );
}

async function referAndAccept({ a, technician, mark, keys }: Cast): Promise<string> {
  const { t, page, language } = a;
  const email = `fatima.${mark}@example.org`;
  await enterDesk(a, keys.a, '');
  const referral = await refer(a, `Queviures ${mark}`, email);
  await a.follow(t.partnerDesk.events);
  await page.getByText(t.partnerDesk.live, { exact: true }).waitFor();
  await page.locator('#live').getByText(t.cases.received, { exact: true }).waitFor();

  await technician.follow(t.console.referrals);
  await technician.follow(`Queviures ${mark}`);
  await technician.press(t.cases.accept);
  // It appears by itself.
  await page.locator('#live').getByText(t.cases.accepted, { exact: true }).waitFor();
  await mailTo(a.origin, email, language === 'ca' ? /acompanyarà el vostre projecte/ : /acompañará su proyecto/);
  return referral;
}

/** The referred project is accompanied to the entity that it becomes. */
async function becomeEntity({ a, technician, mark }: Cast): Promise<void> {
  const { t, page } = technician;
  await technician.press(t.cases.openAccompaniment);
  await technician.press(t.cases.begin);
  await page.locator('summary', { hasText: t.cases.consultancyAdd }).click();
  await page.locator('#heldOn').fill(today);
  await technician.fill(t.cases.minutes, '90');
  await technician.fill(t.cases.people, '5');
  await technician.fill(t.cases.objective, 'Estatuts i constitució');
  await technician.press(t.cases.consultancyAdd);
  await page.getByText(t.cases.hoursValue('1,5')).first().waitFor();
  await technician.follow(t.cases.complete);
  await page.locator('input[name="outcome.kind"][value="entity-created"]').check();
  await technician.fill(t.cases.entityName, `Queviures Ònia ${mark}, SCCL`);
  await technician.fill(t.cases.entityTaxId, taxIdOf(mark));
  await field(page, t.directory.legalForm).selectOption('cooperativa-consumidors');
  await page.locator('input[name="outcome.entity.sectors"][value="alimentacio"]').check();
  await page.locator('input[name="outcome.entity.constitutedOn"]').fill(today);
  await technician.press(t.cases.complete);
  await page.getByText(t.cases.entityCreated).first().waitFor();

  await a.page.locator('#live').getByText(t.cases.closed, { exact: true }).click();
  await a.page.getByText(t.cases.closed).first().waitFor();
  expect(await a.page.locator('main').innerText()).toContain(t.cases.outcome);
}

/** The entity has proposed itself to the directory; staff complete and publish it, and anybody finds it. */
async function publishEntity({ citizen, technician, mark }: Cast): Promise<void> {
  const { t, page, language } = technician;
  const name = `Queviures Ònia ${mark}, SCCL`;
  await followUntil(technician, t.console.initiatives, new RegExp(name));
  await technician.follow(name);
  await technician.press(t.console.startReview);
  await technician.follow(t.desk.edit);
  await technician.fill(t.directory.summaryCa, 'Botiga cooperativa d’aliments de proximitat.');
  await technician.press(t.desk.save);
  await technician.press(t.console.publish);
  await page.getByText(t.console.statusPublished).first().waitFor();

  for (const words of [`queviures ònia ${mark}`, `queviures onia ${mark}`]) {
    await citizen.visit(publicPath(language, 'directory'));
    await citizen.fill(t.directory.text, words);
    await citizen.press(t.directory.apply);
    await citizen.follow(name);
    await citizen.page.getByRole('heading', { level: 1, name }).waitFor();
  }
}

/** A workshop of two places that three people want. */
async function holdWorkshop({ citizen, technician, mark }: Cast): Promise<void> {
  const { t, language } = technician;
  const workshop = `Com fer una cooperativa ${mark}`;
  const address = (who: string) => `${who}.${mark}@example.org`;
  await technician.visit(`/${language}/console/sessions`);
  await technician.follow(t.consoleSessions.create);
  await technician.fill(t.consoleSessions.titleCa, workshop);
  await technician.fill(t.consoleSessions.summaryCa, 'Taller pràctic de dues hores.');
  await technician.fill(t.consoleSessions.startsAt, `${new Date().getFullYear() + 1}-06-01T18:00`);
  await technician.fill(t.consoleSessions.endsAt, `${new Date().getFullYear() + 1}-06-01T20:00`);
  await technician.fill(t.consoleSessions.venue, 'Ateneu');
  await technician.fill(t.consoleSessions.capacity, '2');
  await technician.press(t.desk.save);
  await technician.press(t.consoleSessions.publish);

  const enrol = async (who: string, button: string): Promise<void> => {
    await citizen.visit(publicPath(language, 'training'));
    await citizen.follow(workshop);
    await citizen.fill(t.training.name, who);
    await citizen.fill(t.training.email, address(who));
    await citizen.page.getByLabel(new RegExp(t.training.consentData)).check();
    await citizen.press(button);
  };
  for (const who of ['nuria', 'omar']) {
    await enrol(who, t.training.enrol);
    await citizen.page.getByRole('heading', { name: t.training.confirmedTitle }).waitFor();
  }
  await enrol('pilar', t.training.join);
  await citizen.page.getByText(t.training.waitingText(1)).waitFor();
  const [confirmation] = await Promise.all(
    ['nuria', 'omar', 'pilar'].map((who) => mailTo(citizen.origin, address(who), new RegExp(workshop))),
  );
  await citizen.page.goto(confirmation?.links.find((link) => link.includes('self-service/enrolments')) ?? '');
  await citizen.page.locator('summary').first().click();
  await citizen.page.locator('details[open] button').click();
  await mailTo(citizen.origin, address('pilar'), /Ja (hi )?teniu plaça|Ya tiene plaza/);
}

/** Another partner has nothing of it on its desk, and is told of the other's referral what it is told of one that never was. */
async function seeNothing({ b, keys }: Cast, referral: string): Promise<void> {
  await enterDesk(b, keys.b, '/events');
  await b.page.getByText(b.t.partnerDesk.noEvents).waitFor();
  await b.follow(b.t.partnerDesk.referrals);
  expect(await b.page.locator('main tbody').count()).toBe(0);
  const answer = await b.page.goto(b.origin + referral);
  expect(answer?.status()).toBe(404);
}

/** The partner is away while more happens, and comes back to exactly that. */
async function awayAndBack({ a, technician, mark, keys }: Cast): Promise<void> {
  const { t, page } = a;
  await a.follow(t.partnerDesk.events);
  // By then all of the list is there.
  await page.getByText(t.partnerDesk.live, { exact: true }).waitFor();
  const lines = page.locator('#live li');
  const before = await lines.count();
  await refer(a, `Segona ${mark}`, `salma.${mark}@example.org`);
  await refer(a, `Tercera ${mark}`, `salma.${mark}@example.org`);
  await a.press(t.desk.signOut);
  await technician.follow(t.console.referrals);
  await technician.follow(`Segona ${mark}`);
  await technician.press(t.cases.accept);
  await technician.page.getByText(t.cases.accepted).first().waitFor();
  await enterDesk(a, keys.a, '/events');
  await vi.waitFor(async () => expect(await lines.count()).toBe(before + 3), { timeout: 45_000, interval: 100 });
  const seen = (await lines.locator('a').allInnerTexts()).slice(0, 3);
  expect(seen.toSorted()).toEqual([t.cases.accepted, t.cases.received, t.cases.received].toSorted());
}

/** A tax id of a cooperative with a right check digit, another one for each run. */
function taxIdOf(mark: string): string {
  const digits = String(
    1_000_000 + ((Number.parseInt(mark.slice(0, 3), 36) + Number.parseInt(mark.slice(-6), 36)) % 9_000_000),
  );
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `F${digits}${(10 - (sum % 10)) % 10}`;
}
