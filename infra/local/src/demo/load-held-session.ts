import type { Api } from '../scenario/api.ts';
import { demoHeld } from './demo-cases.ts';

const service = '/training/v1/staff';
const minuteMs = 60_000;

interface Versioned {
  id: string;
  version: number;
}

/** Holds a session of a course of its own, as somebody who stands at the door: who came, for how long, their certificates. */
export async function loadHeldSession(staff: Api): Promise<void> {
  const { people, ...words } = demoHeld;
  const { body: course } = await staff.done<Versioned>(`${service}/courses`, {
    ...words,
    programme: { kind: 'talk', certificate: { minimumPercent: 80 }, responsible: { name: 'Tània Soler' } },
  });
  // What has begun cannot be published, and what is to come stands in the catalogue: it begins as soon as all of it is there.
  const startsAt = new Date(Date.now() + 60_000);
  const { body: session } = await staff.done<Versioned>(`${service}/sessions`, {
    ...words,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 120 * minuteMs).toISOString(),
    mode: 'in-person',
    venue: 'Ateneu cooperatiu, sala gran',
    capacity: 30,
    courseId: course.id,
  });
  const at = `${service}/sessions/${session.id}`;
  await staff.done(`${service}/courses/${course.id}/publish`, undefined, { 'if-match': `"${course.version}"` });
  await Promise.all(
    people.map(({ name }, index) =>
      staff.done(`${at}/enrolments`, {
        name,
        email: `taula${index + 1}@example.org`,
        language: index % 2 === 0 ? 'ca' : 'es',
        consents: { textVersion: 'demo', data: true, images: true, news: false },
      }),
    ),
  );
  await step(staff, at, 'start');
  const { body: roll } = await staff.get<{ items: { enrolmentId: string; version: number; name: string }[] }>(
    `${at}/attendance`,
  );
  await staff.done(`${at}/attendance`, {
    marks: roll.items.map(({ enrolmentId, version, name }) => {
      const minutes = people.find((one) => one.name === name)?.minutes ?? 0;
      return { enrolmentId, version, present: minutes > 0, ...(minutes > 0 ? { minutes } : {}) };
    }),
  });
  await step(staff, at, 'hold');
  await staff.done(`${service}/courses/${course.id}/certificates`);
}

async function step(staff: Api, at: string, name: string): Promise<void> {
  const { etag } = await staff.get(at);
  await staff.done(`${at}/${name}`, undefined, { 'if-match': etag ?? '' });
}
