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

/** How many calls of one service are under way at once. */
const atOnce = 6;
/** Gathering may take longer than a part of a page, in milliseconds. */
const patienceMs = 25_000;
const patient = { fetch: (call: Request) => fetch(call, { signal: AbortSignal.timeout(patienceMs) }) };

/**
 * Gathers what the services keep of the person of an address. Accompaniment and training have an answer of their own; of
 * the others it is what their lists for staff say under the address, so whoever asks must be allowed to read those.
 */
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

const correctionStates = ['open', 'accepted', 'partly-accepted', 'rejected'] as const;

async function directory(api: Clients, email: string): Promise<Kept> {
  const initiatives = await everyPage(async (cursor) =>
    whole(await settle(api.directory.GET('/v1/staff/initiatives', { params: { query: { limit: 100, ...cursor } } }))),
  );
  const lists = await inTurns(correctionStates, (status) =>
    everyPage(async (cursor) =>
      whole(
        await settle(
          api.directory.GET('/v1/staff/corrections', { params: { query: { status, limit: 100, ...cursor } } }),
        ),
      ),
    ),
  );
  const corrections = await inTurns(lists.flat(), async ({ id }) =>
    whole(await settle(api.directory.GET('/v1/staff/corrections/{id}', { params: { path: { id } } }))),
  );
  const same = (value: string | undefined): boolean => value?.toLowerCase() === email;
  return {
    proposed: initiatives
      .filter(({ proposer }) => same(proposer?.email))
      .map(({ id, name, status, proposer, createdAt }) => ({ id, name, status, proposer, createdAt })),
    contactOf: initiatives
      .filter(({ contact }) => same(contact?.email?.value))
      .map(({ id, name, status, contact }) => ({ id, name, status, contact })),
    corrected: corrections.filter(({ author }) => same(author?.email)),
  };
}

async function notifications(api: Clients, email: string): Promise<Kept> {
  const [messages, suppressions] = await Promise.all([
    everyPage(async (cursor) =>
      whole(
        await settle(
          api.notifications.GET('/v1/staff/deliveries', {
            params: { query: { recipient: email, limit: 100, ...cursor } },
          }),
        ),
      ),
    ),
    settle(api.notifications.POST('/v1/staff/suppressions/search', { body: { address: email } })),
  ]);
  const texts = await inTurns(messages, async ({ id }) => {
    const { html: _html, ...message } = whole(
      await settle(api.notifications.GET('/v1/staff/deliveries/{id}', { params: { path: { id } } })),
    );
    return message;
  });
  return { messages: texts, notWrittenTo: whole(suppressions).items };
}

/** Reads a list to its end. */
async function everyPage<T>(
  read: (cursor: { cursor?: string }) => Promise<{ items: readonly T[]; next: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const page: { items: readonly T[]; next: string | null } = await read(next === null ? {} : { cursor: next });
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}

/** Does something with each, a few at a time, and keeps their order. */
async function inTurns<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    done.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return done;
}
