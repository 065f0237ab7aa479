import { AsyncLocalStorage } from 'node:async_hooks';

/** Who is behind an operation, as audit records and histories name them. */
export type Actor =
  | { kind: 'staff'; id: string; name: string; roles: readonly string[] }
  | { kind: 'partner'; id: string; name: string }
  | { kind: 'citizen'; id: string }
  | { kind: 'system'; id: string };

/** What travels with one operation, from the request or message that began it to the events it publishes. */
export interface OperationContext {
  /** One value for everything that follows from one outside cause (a request, a scheduled job). */
  correlationId: string;
  /** The event that this operation reacts to; absent for requests. */
  causationId?: string;
  /** W3C `traceparent` of the span in progress. */
  traceparent?: string;
  actor: Actor;
}

const storage = new AsyncLocalStorage<OperationContext>();

/** Runs `work` with `context` current, across every `await` inside it. */
export function runInContext<T>(context: OperationContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the operation in progress, or `undefined` outside one (start-up, tests of pure code). */
export function currentContext(): OperationContext | undefined {
  return storage.getStore();
}

/** The actor of the operation in progress; the system itself outside one. */
export function currentActor(): Actor {
  return storage.getStore()?.actor ?? { kind: 'system', id: 'system' };
}

/** What the actor of the operation in progress is called where people read it: by name, or by kind where it has none. */
export function currentActorName(): string {
  const actor = currentActor();
  return 'name' in actor ? actor.name : actor.kind;
}
