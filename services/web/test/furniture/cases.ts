import { done, enterDesk, firstId, type Furnished, type Furnishers, type Furniture, idOf } from './furnishers.ts';

const today = new Date().toISOString().slice(0, 10);

/** A partner, a referral each way, a request, and a project that was accompanied to its outcome. */
export async function furnishCases(furnishers: Furnishers): Promise<Furniture & Pick<Furnished, 'apiKey'>> {
  const { staff, partner, citizen, desk, confirm, mark, origin } = furnishers;
  const entity = await done(
    staff.send(await desk('/partners/new'), '/partners/new', {
      name: `Entitat ${mark}`,
      contactEmail: `entitat.${mark}@example.org`,
    }),
  );
  const partners = idOf(entity, 'partners');
  const issued = await staff.send(entity, '/credentials');
  const apiKey = /id="api-key"[^>]*>([^<]+)</.exec(issued.text)?.[1] ?? '';
  await enterDesk(partner, apiKey);
  const referral = {
    'project.description': 'Un grup de veïnes.',
    'person.name': 'Pau Roca',
    'person.email': `pau.${mark}@example.org`,
    'consent.givenOn': today,
  };
  const drafted = await done(
    staff.send(await desk('/referrals/new'), '/referrals/new', {
      ...referral,
      partnerId: partners,
      'project.name': `Costura ${mark}`,
    }),
  );
  await done(staff.send(drafted, '/send'));
  const referred = await done(
    partner.send(await partner.visit('/ca/desk/refer'), '/refer', { ...referral, 'project.name': `Hort ${mark}` }),
  );
  const referrals = idOf(referred, 'referrals');
  const accepted = await done(staff.send(await desk(`/referrals/${referrals}`), '/accept'));
  const opened = await done(staff.send(accepted, '/accompaniments/new'));
  const accompaniments = idOf(opened, 'accompaniments');
  const projects = firstId(opened.text, 'projects');
  const group = await furnishProject(furnishers, projects);
  const work = await furnishWork(furnishers, accompaniments);

  await done(
    citizen.send(await citizen.visit('/ca/acompanyament/demana'), '/demana', {
      modality: 'creation',
      'project.name': `Bicis ${mark}`,
      'project.description': 'Quatre persones que reparen bicicletes.',
      'person.name': 'Carla Roig',
      'person.email': `carla.${mark}@example.org`,
      'consent.data': 'yes',
    }),
  );
  await confirm(`carla.${mark}@example.org`);
  const intake = firstId((await desk(`/search?q=bicis+${mark}`)).text, 'intake');
  const url = new URL('/nowhere', origin).href;
  await done(partner.send(await partner.visit('/ca/desk/webhooks'), '/webhooks', { url }));
  const webhooks = firstId((await partner.visit('/ca/desk/webhooks')).text, 'webhooks');
  return {
    apiKey,
    partners,
    referrals,
    projects,
    accompaniments,
    intake,
    webhooks,
    itineraries: 'creation',
    ...group,
    ...work,
  };
}

/** Somebody of its group, and a document that the partner sees too. */
async function furnishProject({ staff, desk, mark }: Furnishers, id: string): Promise<Furniture> {
  const joined = await done(
    staff.send(await desk(`/projects/${id}/members/new`), '/members/new', {
      'person.name': 'Mar',
      'person.surnames': 'Soler',
      'person.email': `mar.${mark}@example.org`,
      invite: 'no',
    }),
  );
  const file = new File(['%PDF-1.4\n%%EOF\n'], 'estatuts.pdf', { type: 'application/pdf' });
  const kept = await done(staff.send(joined, '/documents', { kind: 'statutes', file }));
  await done(staff.send(kept, '/share'));
  return { members: firstId(kept.text, 'members'), documents: firstId(kept.text, 'documents') };
}

/** An hour and a half of work, a diagnosis, an outcome, and somebody who found a job by it. */
async function furnishWork({ staff, desk }: Furnishers, id: string): Promise<Furniture> {
  const at = `/accompaniments/${id}`;
  await done(staff.send(await desk(at), '/start'));
  await done(
    staff.send(await desk(at), '/sessions', {
      heldOn: today,
      minutes: '90',
      people: '4',
      objective: 'Pla de viabilitat',
    }),
  );
  await done(staff.send(await desk(at), '/diagnose', { 'scores.legal': '2', 'scores.market': '4', madeOn: today }));
  const inserted = await done(
    staff.send(await desk(`${at}/job-insertions/new`), '/job-insertions/new', {
      'person.name': 'Pau',
      'person.surnames': 'Roca',
      'person.idDocument': '12345678Z',
      contractType: 'permanent',
      startsOn: today,
    }),
  );
  await done(
    staff.send(await desk(`${at}/complete`), '/complete', {
      'outcome.kind': 'consolidated',
      'outcome.through': 'new-line',
      'outcome.description': 'Arranjaments a domicili.',
    }),
  );
  return { 'job-insertions': firstId(inserted.text, 'job-insertions') };
}
