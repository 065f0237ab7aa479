import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startHarness } from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const contact = { name: 'Fàtima El Amrani', email: 'fatima@example.org', language: 'ca' };
const project = { name: 'Bugaderia de Bellvitge', description: 'Una cooperativa de treball.', contact };
const staff = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  { body, etag, token = harness.tokens.coordinator }: { body?: object; etag?: string; token?: string } = {},
) =>
  harness.ask(method, `/v1/staff/${path}`, {
    token,
    body,
    ...(etag === undefined ? {} : { headers: { 'if-match': etag } }),
  });
const open = async (modality = 'creation') => staff('POST', 'accompaniments', { body: { project, modality } });
const step = (id: string, name: string, etag: string, body?: object) =>
  staff('POST', `accompaniments/${id}/${name}`, { etag, ...(body === undefined ? {} : { body }) });
const running = async (modality?: string) => {
  const opened = await open(modality);
  return step(opened.body.id, 'start', opened.etag);
};
const eventsOf = async (id: string): Promise<{ type: string; data: Record<string, unknown> }[]> => {
  const { rows } = await harness.database.pool.query<{ payload: string }>(
    `select payload from outbox where aggregate_id = $1 order by id`,
    [id],
  );
  return rows.map(({ payload }) => JSON.parse(payload) as { type: string; data: Record<string, unknown> });
};

describe('an itinerary', () => {
  const phases = [
    {
      code: 'idea',
      name: { ca: 'Idea', es: 'Idea' },
      objectives: [{ ca: 'Saber què vol el grup' }],
      tasks: [{ code: 'canvas', name: { ca: 'Fer el llenç del projecte' } }],
    },
    { code: 'constitution', name: { ca: 'Constitució' } },
  ];

  it('is edited by coordinators in versions, and whoever runs keeps the one they began with', async () => {
    const old = await running('transformation');
    const url = 'itineraries/transformation';
    const asTechnician = { token: harness.tokens.technician, body: { basedOn: 1, phases } };
    expect((await staff('POST', url, asTechnician)).status).toBe(403);
    const published = await Promise.all([1, 1].map((basedOn) => staff('POST', url, { body: { basedOn, phases } })));
    expect(published.map(({ status }) => String(status)).toSorted()).toEqual(['201', '412']);
    const fresh = await running('transformation');
    const [before, after] = await Promise.all(
      [old, fresh].map(async ({ body }) => (await staff('GET', `accompaniments/${body.id}`)).body),
    );
    expect(before.itinerary.version).toBe(1);
    expect(before.tasks).toEqual([]);
    expect(after.itinerary).toMatchObject({ version: 2, phases });
    expect(after.tasks).toMatchObject([{ phase: 'idea', title: 'Fer el llenç del projecte', doneAt: null }]);
    expect((await step(old.body.id, 'phases/idea/complete', old.etag)).body.code).toBe('accompaniment.phase.unknown');
    expect((await step(fresh.body.id, 'phases/idea/complete', fresh.etag)).status).toBe(200);
  });

  it('has each phase once', async () => {
    const twice = await staff('POST', 'itineraries/creation', { body: { basedOn: 1, phases: [...phases, ...phases] } });
    expect(twice.body.code).toBe('accompaniment.phase.twice');
  });
});

describe('the work of an accompaniment', () => {
  it('is told as its phases are done, and as it changes hands', async () => {
    const started = await running();
    const { id } = started.body;
    const done = await step(id, 'phases/idea/complete', started.etag);
    const jordi = { id: 'jordi', name: 'Jordi Pons' };
    await step(id, 'assign', done.etag, { technician: jordi });
    const told = await eventsOf(id);
    expect(told.map(({ type }) => type.split('.').at(-2))).toEqual(['started', 'phase-completed', 'assigned']);
    expect(told[1]?.data).toMatchObject({ phase: 'idea', completed: 1, phases: 6 });
    expect(told[2]?.data['personal']).toEqual({
      technician: jordi,
      contact: { ...contact, projectName: project.name },
    });
  });

  it('offers services for what the project is weak in, and shows how far it came', async () => {
    const started = await running();
    const { id } = started.body;
    const before = { moment: 'before', scores: { economic: 1, digital: 2, legal: 4 }, madeOn: '2026-01-10' };
    const noted = await step(id, 'diagnose', started.etag, before);
    const services = (await staff('GET', `accompaniments/${id}/services`)).body.items as {
      code: string;
      area: string;
      suggested: boolean;
    }[];
    expect(services.filter(({ suggested }) => suggested).map(({ area }) => area)).toEqual([
      'economic',
      'economic',
      'digital',
    ]);
    const code = services[0]?.code;
    for (const status of ['offered', 'accepted']) {
      expect((await staff('PUT', `accompaniments/${id}/services/${code}`, { body: { status } })).status).toBe(200);
    }
    expect((await staff('PUT', `accompaniments/${id}/services/x`, { body: { status: 'offered' } })).status).toBe(404);
    const after = { moment: 'after', scores: { economic: 4, digital: 3, legal: 4 }, madeOn: '2026-01-20' };
    await step(id, 'diagnose', noted.etag, after);
    const read = (await staff('GET', `accompaniments/${id}`)).body;
    expect(read.diagnoses).toMatchObject([before, after]);
    expect((await staff('GET', `accompaniments/${id}/services`)).body.items).toContainEqual(
      expect.objectContaining({ code, status: 'accepted', suggested: false }),
    );
  });

  it('counts hours by technician and by project in a period', async () => {
    const started = await running();
    const { id, projectId } = started.body;
    for (const [heldOn, minutes] of [
      ['2025-06-01', 60],
      ['2025-06-30', 30],
      ['2025-07-01', 90],
    ] as const) {
      const body = { heldOn, minutes, people: 2, objective: 'Estatuts' };
      await staff('POST', `accompaniments/${id}/sessions`, { body });
    }
    const june = await staff('GET', 'hours?by=project&from=2025-06-01&to=2025-06-30');
    expect(june.body.items).toContainEqual({
      id: projectId,
      name: project.name,
      sessions: 2,
      minutes: 90,
      accompaniments: 1,
    });
    const all = await staff('GET', 'hours?by=technician&from=2025-06-01');
    expect(all.body.items).toContainEqual(expect.objectContaining({ name: 'Carme Ribas', sessions: 3, minutes: 180 }));
  });

  it('names the members who took part, who must be of the group', async () => {
    const started = await running();
    const { id, projectId } = started.body;
    const member = await staff('POST', `projects/${projectId}/members`, {
      body: { person: { name: 'Omar' }, invite: false },
    });
    const session = (memberIds: string[]) => ({
      heldOn: '2026-01-10',
      minutes: 60,
      people: 0,
      memberIds,
      objective: 'Estatuts',
    });
    const stranger = '0198c1d2-7a10-7c3e-9f00-0000000000ff';
    const refused = await staff('POST', `accompaniments/${id}/sessions`, { body: session([stranger]) });
    expect(refused.body.code).toBe('accompaniment.session.member-unknown');
    await staff('POST', `accompaniments/${id}/sessions`, { body: session([member.body.id]) });
    expect((await staff('GET', `accompaniments/${id}`)).body.sessions).toMatchObject([
      { people: 1, memberIds: [member.body.id] },
    ]);
  });

  it('has tasks with their days, done once', async () => {
    const started = await running();
    const { id } = started.body;
    const { body: task } = await staff('POST', `accompaniments/${id}/tasks`, {
      body: { title: 'Demanar el nom al Registre', dueOn: '2026-02-01' },
    });
    const done = { title: 'Demanar el nom al Registre', dueOn: '2026-02-01', done: true };
    await staff('PUT', `accompaniments/${id}/tasks/${task.id}`, { body: done });
    const first = (await staff('GET', `accompaniments/${id}`)).body.tasks[0].doneAt;
    await staff('PUT', `accompaniments/${id}/tasks/${task.id}`, { body: done });
    expect((await staff('GET', `accompaniments/${id}`)).body.tasks[0].doneAt).toBe(first);
    const elsewhere = await running();
    const wrong = await staff('PUT', `accompaniments/${elsewhere.body.id}/tasks/${task.id}`, { body: done });
    expect(wrong.body.code).toBe('accompaniment.task.not-found');
  });
});

describe('an end', () => {
  const none = { kind: 'none', why: 'El grup ho deixa.' };
  const consolidated = { kind: 'consolidated', through: 'new-line', description: 'Una línia nova.' };

  it('is corrected with a reason, and the timeline keeps what it said before', async () => {
    const started = await running();
    const { id } = started.body;
    const ended = await step(id, 'complete', started.etag, { outcome: none });
    const corrected = await step(id, 'correct-outcome', ended.etag, {
      outcome: consolidated,
      why: 'Error de registre',
    });
    expect(corrected.body.status).toBe('completed');
    expect((await staff('GET', `accompaniments/${id}`)).body.outcome).toEqual(consolidated);
    const timeline = (await staff('GET', `accompaniments/${id}/timeline`)).body.items as { event: string }[];
    expect(timeline.slice(0, 2)).toMatchObject([
      {
        event: 'outcome-corrected',
        actor: 'Carme Ribas',
        details: { outcome: consolidated, why: 'Error de registre' },
      },
      { event: 'completed', details: { outcome: none } },
    ]);
    const completions = (await eventsOf(id)).filter(({ type }) => type.includes('completed'));
    expect(completions.map(({ data }) => data['outcome'])).toEqual(['none', 'consolidated']);
  });

  it('is taken back by reopening with a reason, if no other is in progress by then', async () => {
    const started = await running();
    const { id, projectId } = started.body;
    const ended = await step(id, 'complete', started.etag, { outcome: none });
    const other = await staff('POST', 'accompaniments', { body: { projectId, modality: 'creation' } });
    const going = await step(other.body.id, 'start', other.etag);
    expect((await step(id, 'reopen', ended.etag, { reason: 'Tornen' })).body.code).toBe(
      'accompaniment.accompaniment.already-in-progress',
    );
    await step(other.body.id, 'abandon', going.etag, { reasonCode: 'other' });
    const reopened = await step(id, 'reopen', ended.etag, { reason: 'Tornen' });
    expect(reopened.body.status).toBe('in-progress');
    expect((await staff('GET', `accompaniments/${id}`)).body).toMatchObject({ outcome: null, endedAt: null });
  });
});
