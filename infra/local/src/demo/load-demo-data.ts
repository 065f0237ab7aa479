import { signIn } from '../issuer/sign-in.ts';
import type { PlatformDescription } from '../platform/platform-file.ts';
import { type Api, createApi } from '../scenario/api.ts';
import {
  demoCourse,
  demoCourseSessions,
  demoInitiatives,
  demoPeople,
  demoPractice,
  demoRooms,
  demoSessions,
} from './demo-data.ts';
import { loadCases, patience } from './load-demo-cases.ts';
import { loadHeldSession } from './load-held-session.ts';

/** What loading demonstration data may use. */
export interface DemoContext {
  readonly platform: PlatformDescription;
  /** Says to the person who started the platform what was loaded. */
  note(text: string): void;
}

interface Versioned {
  id: string;
  version: number;
}

/** Where demonstration data is loaded, and by whom. */
export interface DemoTarget {
  /** The platform's public address. */
  readonly origin: string;
  /** The services that are there. */
  readonly services: readonly string[];
  /** A token of somebody who publishes initiatives and sessions. */
  token(): Promise<string>;
  /** A token of somebody who onboards partners; without one no partners and no cases are loaded. */
  coordinator?(): Promise<string>;
}

/** What was loaded; none where something was there already. */
export interface Loaded {
  readonly initiatives: number;
  readonly sessions: number;
  /** Projects that are accompanied, or about to be. */
  readonly projects: number;
}

/**
 * Loads the demonstration data at each start, when the origin answers and before the platform says that it is up. Without
 * some of the services (in tests of the platform itself) it loads what it can.
 */
export async function loadDemoData({ platform, note }: DemoContext): Promise<void> {
  const { initiatives, sessions, projects } = await loadDemoDataInto({
    origin: platform.origin,
    services: Object.keys(platform.services),
    token: async () => (await signIn(platform.issuer, 'tania')).accessToken,
    coordinator: async () => (await signIn(platform.issuer, 'carme')).accessToken,
  });
  if (initiatives + sessions + projects === 0) return;
  note(`Demonstration data: ${initiatives} initiatives, ${sessions} sessions and ${projects} projects, all made up.`);
}

/**
 * Loads the demonstration data through a platform's own APIs, once: a directory or a catalogue that has anything in it is
 * left as it is. Cases, which nobody sees without signing in, are looked for and loaded where a coordinator is there too.
 */
export async function loadDemoDataInto({ origin, services, token, coordinator }: DemoTarget): Promise<Loaded> {
  const anybody = createApi(origin, undefined, patience);
  const isEmpty = async (path: string): Promise<boolean> => {
    const { status, body } = await anybody.get<{ items?: unknown }>(path);
    return status === 200 && Array.isArray(body.items) && body.items.length === 0;
  };
  const [directory, training] = await Promise.all([
    services.includes('directory') && isEmpty('/directory/v1/initiatives?limit=1'),
    services.includes('training') && isEmpty('/training/v1/sessions?limit=1'),
  ]);
  const cases = coordinator !== undefined && services.includes('accompaniment') ? coordinator : undefined;
  if (!directory && !training && cases === undefined) return { initiatives: 0, sessions: 0, projects: 0 };
  const held = await token();
  const staff = createApi(origin, held, patience);
  const [projects] = await Promise.all([
    cases === undefined
      ? 0
      : loadCases({ origin, technician: staff, token: held, coordinator: createApi(origin, await cases(), patience) }),
    ...(directory ? [loadDirectory(staff)] : []),
    ...(training ? [loadTraining(staff), loadHeldSession(staff)] : []),
  ]);
  return {
    initiatives: directory ? demoInitiatives.length : 0,
    sessions: training ? demoSessions.length + demoCourseSessions.length + 1 : 0,
    projects,
  };
}

async function loadDirectory(staff: Api): Promise<void> {
  const [first] = await Promise.all(demoInitiatives.map((initiative) => publishInitiative(staff, initiative)));
  const at = '/directory/v1/staff/good-practices';
  const { body } = await staff.done<Versioned>(at, { ...demoPractice, initiativeIds: [first] });
  await staff.done(`${at}/${body.id}/publish`, undefined, { 'if-match': `"${body.version}"` });
}

async function loadTraining(staff: Api): Promise<void> {
  const [first] = await Promise.all(demoSessions.map((session) => publishSession(staff, session)));
  const rooms = await Promise.all(
    demoRooms.map(async (room) => (await staff.done<{ id: string }>('/training/v1/staff/rooms', room)).body.id),
  );
  const { body: course } = await staff.done<Versioned>('/training/v1/staff/courses', demoCourse);
  for (const session of demoCourseSessions) {
    const place = { mode: 'in-person', venue: 'Ateneu cooperatiu', capacity: 14, roomId: rooms[1] };
    await draftSession(staff, { ...session, ...place, courseId: course.id });
  }
  await staff.done(`/training/v1/staff/courses/${course.id}/publish`, undefined, { 'if-match': `"${course.version}"` });
  for (const [index, name] of demoPeople.entries()) {
    await staff.done(`/training/v1/staff/sessions/${first}/enrolments`, {
      name,
      email: `persona${index + 1}@example.org`,
      language: index % 2 === 0 ? 'ca' : 'es',
      municipality: 'L’Hospitalet de Llobregat',
      consents: { textVersion: 'demo', data: true, images: index !== 2, news: false },
    });
  }
}

async function publishInitiative(staff: Api, initiative: (typeof demoInitiatives)[number]): Promise<string> {
  const { body } = await staff.done<Versioned>('/directory/v1/staff/initiatives', initiative);
  const at = `/directory/v1/staff/initiatives/${body.id}`;
  const reviewed = await staff.done<Versioned>(`${at}/start-review`, undefined, { 'if-match': '"1"' });
  await staff.done(`${at}/publish`, undefined, { 'if-match': `"${reviewed.body.version}"` });
  return body.id;
}

async function publishSession(staff: Api, session: (typeof demoSessions)[number]): Promise<string> {
  const { id, version } = await draftSession(staff, session);
  await staff.done(`/training/v1/staff/sessions/${id}/publish`, undefined, { 'if-match': `"${version}"` });
  return id;
}

async function draftSession(
  staff: Api,
  { inDays, ...session }: { inDays: number } & Record<string, unknown>,
): Promise<Versioned> {
  const startsAt = new Date();
  startsAt.setUTCDate(startsAt.getUTCDate() + inDays);
  startsAt.setUTCHours(16, 0, 0, 0);
  // Nothing is held on a weekend.
  while (startsAt.getUTCDay() % 6 === 0) startsAt.setUTCDate(startsAt.getUTCDate() + 1);
  const endsAt = new Date(startsAt.getTime() + 2 * 60 * 60 * 1_000);
  const details = { ...session, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return (await staff.done<Versioned>('/training/v1/staff/sessions', details)).body;
}
