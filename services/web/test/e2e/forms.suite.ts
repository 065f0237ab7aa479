import { beforeAll, describe, expect, it } from 'vitest';

import { textsFor } from '../../src/texts/index.ts';
import { createTestApp } from '../app.ts';
import type { Written } from '../forms.ts';
import { addressOf, done, type Furnished } from '../furniture/furnishers.ts';
import { routesOf } from '../routes.ts';
import { createVisitor, type Shown } from '../visitor.ts';
import { stage } from './stage.ts';

/** A form: where it is, what is wrong with it when only `kept` is written, and what it takes. */
interface Case {
  readonly who: 'citizen' | 'staff' | 'partner';
  /** Its page, as the routes of Catalan and Spanish have it; the same where one is given. */
  readonly at: readonly [ca: string, es?: string];
  /** How the address that it posts to ends, where that is not its page's. */
  readonly action?: string;
  /** Written before it is sent the first time: one value that must still be there afterwards. */
  readonly kept: Written;
  /** The fields that are wrong then. */
  readonly wrong: readonly string[];
  /** What is written besides the second time. */
  readonly right: Written;
}

const today = new Date().toISOString().slice(0, 10);

describe('forms, sent as a browser without scripts sends them', { timeout: 120_000 }, () => {
  let people: Furnished;

  beforeAll(async () => {
    people = await stage.furnished();
  }, 300_000);

  const pathIn = ({ at: [ca, es = ca] }: Case, language: 'ca' | 'es'): string => {
    const path = `/${language}${language === 'ca' ? ca : es}`;
    const address = addressOf(path, people.furniture);
    if (address === undefined) throw new Error(`Nothing was made that ${path} could show.`);
    return address;
  };

  it.each(cases())('$at.0 says what is wrong at its fields, keeps the rest, and takes what is right', async (form) => {
    const who = people[form.who];
    const said: Record<string, string>[] = [];
    for (const language of ['ca', 'es'] as const) {
      const { shell } = textsFor(language);
      const address = pathIn(form, language);
      const action = form.action ?? address;
      const served = await who.visit(address);
      const refused = await who.send(served, action, form.kept);
      expect(refused.status, refused.url.href).toBe(422);
      expect(refused.text).toContain(`<title>${shell.errorPrefix}`);
      const again = refused.forms.find(
        ({ method, action: to }) => method === 'POST' && to.split('#')[0]?.endsWith(action),
      );
      said.push(errorsIn(refused));
      for (const [name, value] of Object.entries(form.kept)) {
        expect(again?.controls.find((control) => control.name === name)?.values, name).toEqual([value].flat());
      }
      await done(who.send(refused, action, unlike(form.right, language)));
    }
    const [ca = {}, es = {}] = said;
    expect(Object.keys(ca).toSorted()).toEqual([...form.wrong].toSorted());
    expect(Object.keys(es).toSorted()).toEqual([...form.wrong].toSorted());
    for (const name of form.wrong) expect(es[name], name).not.toBe(ca[name]);
  });

  it('are all there is on the public site, each in one of these', async () => {
    const app = await createTestApp();
    const posts = routesOf(app).filter(({ method, path }) => method === 'POST' && /^\/ca\/(?!console|desk)/.test(path));
    await app.close();
    const tried = cases().map(({ at: [ca] }) => `/ca${ca}`);
    expect(posts.map(({ path }) => path).filter((path) => !tried.includes(path))).toEqual([]);
  });

  it('begin a session that nobody planted: what was signed in is another, with other tokens', async () => {
    const { furniture, staff } = people;
    const issued = await staff.send(await people.desk(`/partners/${furniture['partners']}`), '/credentials');
    const apiKey = /id="api-key"[^>]*>([^<]+)</.exec(issued.text)?.[1] ?? '';
    const partner = createVisitor(stage.origin);
    const door = await partner.visit('/ca/desk/sign-in');
    const planted = new Map(partner.cookies);
    const desk = await done(partner.send(door, '/desk/sign-in', { apiKey }));
    expect(desk.url.pathname).toBe('/ca/desk');
    expect(partner.cookies.get('ateneu')).not.toBe(planted.get('ateneu'));
    // Whoever planted the first still has one that nobody is signed in with.
    const asIntruder = createVisitor(stage.origin, (url, init) =>
      fetch(url, { ...init, headers: { accept: 'text/html', cookie: `ateneu=${planted.get('ateneu')}` } }),
    );
    expect((await asIntruder.visit('/ca/desk')).url.pathname).toBe('/ca/desk/sign-in');
    // And a form that was served before is not taken after.
    const stale = door.forms.find(({ action }) => action.endsWith('/desk/sign-in'));
    const [token = ''] = stale?.controls.find(({ name }) => name === '_csrf')?.values ?? [];
    const refused = await partner.send(await partner.visit('/ca/desk/webhooks'), '/webhooks', {
      _csrf: token,
      url: 'https://example.org/',
    });
    expect(refused.status).toBe(403);
  });
});

/** The sentence at each field that has one, to which the summary above leads by the field's name. */
function errorsIn({ text, forms }: Shown): Record<string, string> {
  const summary = /<div class="error-summary"[\s\S]*?<\/div>/.exec(text)?.[0] ?? '';
  const sentences = [...text.matchAll(/<p class="field-error" id="([^"]+)-error">([^<]+)</g)];
  const controls = forms.flatMap((form) => form.controls);
  for (const [, name = '', sentence = ''] of sentences) {
    // Nobody at a form knows of codes, types and formats.
    expect(sentence, name).not.toMatch(/\b(permanent|tipus|tipo|format|formato|elements?|elementos?)\b/);
    expect(summary).toMatch(new RegExp(`<a href="#${name.replaceAll('.', String.raw`\.`)}">[^<]+</a>`));
    expect(text).toContain(`id="${name}"`);
    const control = controls.find((one) => one.name === name);
    // What is chosen from several is named by what holds them together.
    if (control?.type !== 'checkbox' && control?.type !== 'radio') {
      expect(control?.describedBy, name).toContain(`${name}-error`);
      expect(control?.invalid, name).toBe(true);
    }
  }
  return Object.fromEntries(sentences.map(([, name = '', sentence = '']) => [name, sentence]));
}

/** What must not be the same twice is made different for each language. */
function unlike(written: Written, language: string): Written {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace('*', `${language}${Date.now().toString(36)}`) : value,
    ]),
  );
}

function cases(): Case[] {
  const person = { 'person.name': 'Pau Roca', 'person.email': 'pau.*@example.org' };
  return [
    {
      who: 'citizen',
      at: ['/proposa', '/proponer'],
      kept: { 'proposer.name': 'Núria Vidal' },
      wrong: ['name.ca', 'sectors', 'proposer.email'],
      right: {
        'name.ca': 'Forn *',
        'summary.ca': 'Pa de barri.',
        legalForm: 'associacio',
        sectors: 'alimentacio',
        'proposer.email': 'nuria.*@example.org',
      },
    },
    {
      who: 'citizen',
      at: ['/directori/:slug/corregeix', '/directorio/:slug/corregir'],
      kept: { address: 'Carrer del Forn, 9' },
      wrong: ['author.name', 'author.email'],
      right: { 'author.name': 'Jordi Prat', 'author.email': 'jordi.*@example.org' },
    },
    {
      who: 'citizen',
      at: ['/formacio/:id', '/formacion/:id'],
      kept: { name: 'Berta Pons', birthYear: 'fa molt' },
      wrong: ['email', 'birthYear', 'consents.data'],
      right: { email: 'berta.*@example.org', birthYear: '1990', 'consents.data': 'yes' },
    },
    {
      who: 'citizen',
      at: ['/acompanyament/demana', '/acompanamiento/solicitud'],
      kept: { 'project.name': 'Bicis' },
      wrong: ['project.description', 'person.name', 'person.email', 'consent.data'],
      right: { modality: 'creation', 'project.description': 'Bicicletes.', ...person, 'consent.data': 'yes' },
    },
    {
      who: 'staff',
      at: ['/console/rooms/new'],
      kept: { address: 'Carrer Major, 1' },
      wrong: ['name', 'capacity'],
      right: { name: 'Sala *', capacity: '12' },
    },
    {
      who: 'staff',
      at: ['/console/courses/new'],
      kept: { 'summary.ca': 'Quatre sessions.' },
      wrong: ['title.ca'],
      right: { 'title.ca': 'Curs *' },
    },
    {
      who: 'staff',
      at: ['/console/sessions/new'],
      kept: { venue: 'Can Serra' },
      wrong: ['title.ca', 'summary.ca', 'startsAt', 'endsAt'],
      right: {
        'title.ca': 'Taller *',
        'summary.ca': 'Una sessió.',
        startsAt: '2031-05-06T10:00',
        endsAt: '2031-05-06T12:00',
        capacity: '10',
      },
    },
    {
      who: 'staff',
      at: ['/console/practices/new'],
      kept: { 'summary.ca': 'Com ho van fer.' },
      wrong: ['title.ca', 'body.ca'],
      right: {
        'title.ca': 'Pràctica *',
        'body.ca': 'Text.',
        'initiativeIds.0.name': 'Ràdio Pubilla',
        sectors: 'cultura',
      },
    },
    {
      who: 'staff',
      at: ['/console/partners/new'],
      kept: { name: 'Entitat nova' },
      wrong: ['contactEmail'],
      right: { name: 'Entitat *', contactEmail: 'entitat.*@example.org' },
    },
    {
      who: 'staff',
      at: ['/console/projects/:id/members/new'],
      kept: { 'person.name': 'Mar' },
      wrong: ['person.email'],
      right: { 'person.surnames': 'Soler', 'person.email': 'mar.*@example.org' },
    },
    {
      who: 'staff',
      at: ['/console/accompaniments/:id/job-insertions/new'],
      kept: { 'person.name': 'Pau' },
      wrong: ['person.surnames', 'contractType', 'startsOn'],
      right: {
        'person.surnames': 'Roca',
        'person.idDocument': '12345678Z',
        contractType: 'permanent',
        startsOn: today,
      },
    },
    {
      who: 'staff',
      at: ['/console/suppressions'],
      action: '/suppressions/stop',
      kept: { detail: 'Ho demana.' },
      wrong: ['address'],
      right: { address: 'prou.*@example.org' },
    },
    {
      who: 'partner',
      at: ['/desk/refer'],
      kept: { 'project.name': 'Hort' },
      wrong: ['project.description', 'person.name', 'person.email', 'consent.givenOn'],
      right: { 'project.description': 'Un hort.', ...person, 'consent.givenOn': today },
    },
    { who: 'partner', at: ['/desk/webhooks'], kept: {}, wrong: ['url'], right: { url: 'http://localhost:9/*' } },
  ];
}
