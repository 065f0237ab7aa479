import { mailTo, person, publicPath } from '../../test/e2e/people.ts';
import type { RunningPlatform } from '../../test/e2e/platform.ts';
import type { Browser } from '../../test/e2e/stage.ts';

/** What whoever came to the demonstration's session answers. */
const answers = [
  { who: 'taula1', scores: '5', before: 'maybe', after: 'yes', best: 'Sentir-ho explicat per qui ho fa.', improve: '' },
  { who: 'taula2', scores: '4', before: 'no', after: 'maybe', best: '', improve: 'Más tiempo para preguntas.' },
  { who: 'taula3', scores: '4', before: 'yes', after: 'yes', best: 'El cafè de després.', improve: '' },
] as const;

/** Twelve days go by: people answer the survey, the referrals get old, somebody asks for help and somebody proposes. */
export async function happenings(platform: RunningPlatform, browser: Browser): Promise<void> {
  const { origin } = platform;
  await platform.later(1, 'training');
  const citizen = await person(browser, origin, { language: 'ca', window: 'desktop', scripts: false });
  const { page, t, fill, press } = citizen;
  for (const { who, scores, before, after, best, improve } of answers) {
    const { links } = await mailTo(origin, `${who}@example.org`, /\/surveys\//);
    await page.goto(links.find((link) => link.includes('/surveys/')) ?? '');
    for (const select of await page.locator('select[name^="answer."]').all()) {
      const name = await select.getAttribute('name');
      const values = await select.locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
      if (values.includes('yes')) await select.selectOption('yes');
      else await select.selectOption(name === 'answer.duration' ? '3' : scores);
    }
    await page.locator('textarea[name="answer.best"]').fill(best);
    await page.locator('textarea[name="answer.improve"]').fill(improve);
    await page.locator('select[name="before"]').selectOption(before);
    await page.locator('select[name="after"]').selectOption(after);
    await page.locator('button').first().click();
    await page.locator('h1').waitFor();
  }
  await platform.later(12, 'accompaniment');

  const confirm = async (email: string): Promise<void> => {
    const { links } = await mailTo(origin, email, /self-service/);
    await page.goto(links.find((link) => link.includes('self-service')) ?? '');
    await page.locator('button').first().click();
  };
  await citizen.visit(publicPath('ca', 'request'));
  await fill(t.accompaniment.projectName, 'Taller de bicis de Can Serra');
  await fill(t.accompaniment.projectText, 'Quatre persones que ja reparem bicicletes els dissabtes i ho volem fer bé.');
  await fill(t.training.name, 'Carla Roig');
  await fill(t.training.email, 'carla.roig@example.org');
  await page.getByLabel(new RegExp(t.training.consentData)).check();
  await press(t.accompaniment.send);
  await confirm('carla.roig@example.org');
  await citizen.visit(publicPath('ca', 'propose'));
  await fill(t.directory.name, 'Forn del Samontà');
  await fill(t.directory.summaryCa, 'Pa de barri, fet per les qui el venen.');
  await page.locator('select[name="legalForm"]').selectOption('cooperativa-treball-associat');
  await page.locator('input[name="sectors"][value="alimentacio"]').check();
  await fill(t.directory.yourName, 'Núria Vidal');
  await fill(t.directory.yourEmail, 'nuria.vidal@example.org');
  await press(t.directory.send);
  await confirm('nuria.vidal@example.org');
  await citizen.leave();
}
