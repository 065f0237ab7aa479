import { signIn } from '../issuer/sign-in.ts';
import type { PlatformDescription } from '../platform/platform-file.ts';
import { type Api, createApi } from '../scenario/api.ts';
import { demoInitiatives, demoSessions } from './demo-data.ts';

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
}

/** What was loaded; none where something was there already. */
export interface Loaded {
  readonly initiatives: number;
  readonly sessions: number;
}

/**
 * Loads the demonstration data at each start, when the origin answers and before the platform says that it is up. Without
 * some of the services (in tests of the platform itself) it loads what it can.
 */
export async function loadDemoData({ platform, note }: DemoContext): Promise<void> {
  const { initiatives, sessions } = await loadDemoDataInto({
    origin: platform.origin,
    services: Object.keys(platform.services),
    token: async () => (await signIn(platform.issuer, 'tania')).accessToken,
  });
  if (initiatives + sessions === 0) return;
  note(`Demonstration data: ${initiatives} initiatives and ${sessions} sessions, all made up.`);
}

/**
 * Loads the demonstration data through a platform's own APIs, once: a directory or a catalogue that has anything in it is
 * left as it is.
 */
export async function loadDemoDataInto({ origin, services, token }: DemoTarget): Promise<Loaded> {
  const anybody = createApi(origin);
  const isEmpty = async (path: string): Promise<boolean> => {
    const { status, body } = await anybody.get<{ items?: unknown }>(path);
    return status === 200 && Array.isArray(body.items) && body.items.length === 0;
  };
  const [directory, training] = await Promise.all([
    services.includes('directory') && isEmpty('/directory/v1/initiatives?limit=1'),
    services.includes('training') && isEmpty('/training/v1/sessions?limit=1'),
  ]);
  const initiatives = directory ? demoInitiatives : [];
  const sessions = training ? demoSessions : [];
  if (initiatives.length + sessions.length === 0) return { initiatives: 0, sessions: 0 };
  const staff = createApi(origin, await token());
  await Promise.all([
    ...initiatives.map((initiative) => publishInitiative(staff, initiative)),
    ...sessions.map((session) => publishSession(staff, session)),
  ]);
  return { initiatives: initiatives.length, sessions: sessions.length };
}

async function publishInitiative(staff: Api, initiative: (typeof demoInitiatives)[number]): Promise<void> {
  const { body } = await staff.done<Versioned>('/directory/v1/staff/initiatives', initiative);
  const at = `/directory/v1/staff/initiatives/${body.id}`;
  const reviewed = await staff.done<Versioned>(`${at}/start-review`, undefined, { 'if-match': '"1"' });
  await staff.done(`${at}/publish`, undefined, { 'if-match': `"${reviewed.body.version}"` });
}

async function publishSession(staff: Api, { inDays, ...session }: (typeof demoSessions)[number]): Promise<void> {
  const startsAt = new Date();
  startsAt.setUTCDate(startsAt.getUTCDate() + inDays);
  startsAt.setUTCHours(16, 0, 0, 0);
  const endsAt = new Date(startsAt.getTime() + 2 * 60 * 60 * 1_000);
  const { body } = await staff.done<Versioned>('/training/v1/staff/sessions', {
    ...session,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  });
  await staff.done(`/training/v1/staff/sessions/${body.id}/publish`, undefined, { 'if-match': `"${body.version}"` });
}
