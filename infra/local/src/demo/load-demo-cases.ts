import { type Api, createApi } from '../scenario/api.ts';
import {
  demoConsultancies,
  demoDocument,
  demoFinished,
  demoMembers,
  demoPartners,
  demoProject,
  demoReferrals,
  demoTargets,
  demoTasks,
} from './demo-cases.ts';

const service = '/accompaniment/v1/staff';
const call = '2024-2025';

/** Much is asked for at once of services that have only just begun, on whatever machine there is. */
export const patience = { patienceMs: 60_000 };

interface Made {
  id: string;
}

/** Who loads cases, and where. */
export interface CaseTarget {
  readonly origin: string;
  /** Somebody who works with cases. */
  readonly technician: Api;
  /** Somebody who onboards partners and says what was promised. */
  readonly coordinator: Api;
  /** The technician's token, for files. */
  readonly token: string;
}

/** A day, so many days from today. */
function day(inDays: number): string {
  const at = new Date();
  at.setUTCDate(at.getUTCDate() + inDays);
  return at.toISOString().slice(0, 10);
}

/**
 * Loads partners, referrals in several states, a project under way and one that ended: through the service's own APIs, and
 * only where there is no project and no partner yet. How long a referral waits is the service's own clock: all begin today.
 *
 * @returns how many projects were loaded
 */
export async function loadCases(target: CaseTarget): Promise<number> {
  const { technician } = target;
  const lists = await Promise.all(
    ['projects', 'partners'].map((list) => technician.get<{ items?: unknown[] }>(`${service}/${list}?limit=1`)),
  );
  if (lists.some(({ status, body }) => status !== 200 || body.items?.length !== 0)) return 0;
  await Promise.all([loadPartners(target), loadProject(target), loadFinished(target), setTargets(target)]);
  return 2 + demoReferrals.length;
}

async function setTargets({ coordinator }: CaseTarget): Promise<void> {
  await coordinator.put(`${service}/justification/${call}/targets`, { targets: demoTargets }, { 'if-match': '"0"' });
}

async function loadPartners({ origin, coordinator, technician }: CaseTarget): Promise<void> {
  const ids = await Promise.all(
    demoPartners.map(async (partner) => (await coordinator.done<Made>(`${service}/partners`, partner)).body.id),
  );
  const [first, second] = ids;
  const { body: credentials } = await coordinator.done<{ apiKey: string }>(`${service}/partners/${first}/credentials`);
  const partner = createApi(origin, credentials.apiKey, patience);
  const consent = { scope: 'referral-and-follow-up', givenOn: day(-1), textVersion: '2026-01' };
  const received = await Promise.all(
    demoReferrals.map(
      async (referral) =>
        (await partner.done<Made>('/accompaniment/v1/partner/referrals', { ...referral, consent })).body.id,
    ),
  );
  await step(technician, `${service}/referrals/${received[0]}`, 'accept');
  const opened = await technician.done<Made>(`${service}/accompaniments`, {
    referralId: received[0],
    modality: demoReferrals[0].modality,
  });
  await step(technician, `${service}/accompaniments/${opened.body.id}`, 'start');
  // One that the ateneu makes: it waits for the other side's answer.
  const drafted = await technician.done<Made>(`${service}/referrals`, {
    partnerId: second,
    modality: 'consolidation',
    project: { name: 'Ràdio Pubilla', description: 'Volen deixar de dependre d’una sola subvenció.' },
    person: { name: 'Iván Ortega', email: 'ivan.ortega@example.org', language: 'es' },
    consent,
  });
  await step(technician, `${service}/referrals/${drafted.body.id}`, 'send');
}

async function loadProject({ origin, technician, token }: CaseTarget): Promise<void> {
  const { body: project } = await technician.done<Made>(`${service}/projects`, demoProject);
  const members: string[] = [];
  for (const [index, person] of demoMembers.entries()) {
    const invite = index === demoMembers.length - 1;
    const made = await technician.done<Made>(`${service}/projects/${project.id}/members`, { person, invite });
    members.push(made.body.id);
  }
  await upload(origin, token, project.id);
  const opened = await technician.done<Made>(`${service}/accompaniments`, {
    projectId: project.id,
    modality: 'creation',
  });
  const at = `${service}/accompaniments/${opened.body.id}`;
  await step(technician, at, 'start');
  await step(technician, at, 'diagnose', {
    moment: 'before',
    scores: { legal: 1, economic: 2, organisational: 3, communication: 2, market: 3, digital: 1 },
    madeOn: day(-40),
  });
  for (const { daysAgo, minutes, objective, members: present } of demoConsultancies) {
    await technician.done(`${at}/sessions`, {
      heldOn: day(-daysAgo),
      minutes,
      people: present.length,
      objective,
      memberIds: present.map((place) => members[place]),
    });
  }
  for (const { title, inDays } of demoTasks) await technician.done(`${at}/tasks`, { title, dueOn: day(inDays) });
  for (const phase of ['idea', 'group']) await step(technician, at, `phases/${phase}/complete`);
}

async function loadFinished({ technician }: CaseTarget): Promise<void> {
  const { before, after, sessions, insertion, outcome, member, project } = demoFinished;
  const made = await technician.done<Made>(`${service}/projects`, project);
  const one = await technician.done<Made>(`${service}/projects/${made.body.id}/members`, {
    person: member,
    invite: false,
  });
  const opened = await technician.done<Made>(`${service}/accompaniments`, {
    projectId: made.body.id,
    modality: 'consolidation',
  });
  const at = `${service}/accompaniments/${opened.body.id}`;
  await step(technician, at, 'start');
  await step(technician, at, 'diagnose', { moment: 'before', scores: before, madeOn: '2025-02-04' });
  for (const session of sessions)
    await technician.done(`${at}/sessions`, { ...session, people: 1, memberIds: [one.body.id] });
  await step(technician, at, 'diagnose', { moment: 'after', scores: after, madeOn: '2025-10-14' });
  await technician.done(`${at}/job-insertions`, insertion);
  await step(technician, at, 'complete', { outcome });
}

/** Takes a step in the version that there is. */
async function step(api: Api, path: string, name: string, body?: object): Promise<void> {
  const { etag } = await api.get(path);
  await api.done(`${path}/${name}`, body, { 'if-match': etag ?? '' });
}

/** A document goes as a file, which the callers above do not send. */
async function upload(origin: string, token: string, projectId: string): Promise<void> {
  const form = new FormData();
  form.set('kind', 'statutes');
  form.set('file', new Blob([demoDocument], { type: 'application/pdf' }), 'esborrany-estatuts.pdf');
  const response = await fetch(`${origin}${service}/projects/${projectId}/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  if (!response.ok) throw new Error(`The document was answered ${response.status}: ${await response.text()}`);
}
