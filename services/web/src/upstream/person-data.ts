import { type Answer, settle } from './answer.ts';
import type { Clients } from './clients.ts';
import { type UpstreamName } from './services.ts';

/** What one service keeps of a person, as it is handed to them. */
type Kept = Readonly<Record<string, unknown>>;

/** What every service keeps of a person, and the services that could not be asked. */
export interface PersonData {
  readonly kept: Partial<Record<UpstreamName, Kept>>;
  readonly missing: readonly UpstreamName[];
}

/** Thrown within this file: a call had no answer, so that its service's part is not whole. */
class NoAnswer extends Error {}

/** Gathering may take longer than a part of a page, in milliseconds. */
const patienceMs = 25_000;
const patient = { fetch: (call: Request) => fetch(call, { signal: AbortSignal.timeout(patienceMs) }) };

/** Gathers what the services keep of the person of an address, each by its own answer. */
export async function gatherPersonData(api: Clients, address: string): Promise<PersonData> {
  const email = address.trim().toLowerCase();
  const sources: Record<UpstreamName, () => Promise<Kept>> = {
    accompaniment: () => accompaniment(api, email),
    training: () => training(api, email),
    directory: () => directory(api, email),
    notifications: () => notifications(api, email),
  };
  const kept: Partial<Record<UpstreamName, Kept>> = {};
  const missing: UpstreamName[] = [];
  await Promise.all(
    (Object.keys(sources) as UpstreamName[]).map(async (name) => {
      try {
        kept[name] = await sources[name]();
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        missing.push(name);
      }
    }),
  );
  return { kept, missing };
}

function whole<T>(answer: Answer<T>): T {
  if (answer.kind !== 'ok') throw new NoAnswer();
  return answer.data;
}

async function accompaniment(api: Clients, email: string): Promise<Kept> {
  return whole(await settle(api.accompaniment.POST('/v1/staff/privacy/exports', { ...patient, body: { email } })));
}

async function training(api: Clients, email: string): Promise<Kept> {
  return whole(await settle(api.training.POST('/v1/staff/privacy/exports', { ...patient, body: { email } })));
}

async function directory(api: Clients, email: string): Promise<Kept> {
  return whole(await settle(api.directory.POST('/v1/staff/privacy/exports', { ...patient, body: { email } })));
}

async function notifications(api: Clients, email: string): Promise<Kept> {
  return whole(await settle(api.notifications.POST('/v1/staff/privacy/exports', { ...patient, body: { email } })));
}
