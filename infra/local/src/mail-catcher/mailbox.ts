import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { readIfThere, writePrivateFile } from '../files.ts';
import { type CaughtMessage, caughtMessageSchema, parseMessage } from './message.ts';

/** Which messages somebody asks for; every field that is given must match. */
export interface MailQuery {
  /** An address of the envelope, whole, in any case. */
  readonly to?: string | undefined;
  /** Only messages taken after this instant (ISO 8601) or after the message with this id. */
  readonly after?: string | undefined;
  /** Words that the subject contains, in any case. */
  readonly subject?: string | undefined;
}

/** Every message caught, newest first, in memory and in one file each. */
export interface Mailbox {
  /** Takes a message; resolves when it is on disk. */
  keep(source: Buffer, envelope: { from: string; to: readonly string[] }): Promise<CaughtMessage>;
  find(query: MailQuery): readonly CaughtMessage[];
  get(id: string): CaughtMessage | undefined;
  /** As {@link find}, but waits for a first match as long as `patienceMs`. */
  wait(query: MailQuery, patienceMs: number, signal?: AbortSignal): Promise<readonly CaughtMessage[]>;
  /** Forgets every message. */
  clear(): Promise<void>;
}

/**
 * Opens a mailbox in a folder; what was in it comes back.
 *
 * @param folder where each message has a file
 * @param limit how many messages are kept; the oldest go first
 */
export async function openMailbox(folder: string, limit = 1_000): Promise<Mailbox> {
  await mkdir(folder, { recursive: true });
  const messages = await readMessages(folder);
  const waiting = new Set<() => void>();
  let lastKept: Promise<unknown> = Promise.resolve();
  let lastInstant = Date.parse(messages[0]?.receivedAt ?? '') || 0;

  const fileOf = (message: CaughtMessage): string => join(folder, `${message.id}.json`);
  const dropOldest = async (): Promise<void> => {
    await Promise.all(messages.splice(limit).map((message) => rm(fileOf(message), { force: true })));
  };
  await dropOldest();

  const find = (query: MailQuery): readonly CaughtMessage[] => messages.filter(matcherOf(query, messages));

  return {
    keep(source, envelope) {
      const kept = lastKept.then(async () => {
        // Two messages of one millisecond get two instants, so that “after” never skips or repeats one.
        lastInstant = Math.max(Date.now(), lastInstant + 1);
        const message = await parseMessage(source, envelope, new Date(lastInstant));
        await writePrivateFile(fileOf(message), JSON.stringify(message));
        messages.unshift(message);
        await dropOldest();
        for (const wake of waiting) wake();
        return message;
      });
      lastKept = kept.catch(() => undefined);
      return kept;
    },
    find,
    get: (id) => messages.find((message) => message.id === id),
    async wait(query, patienceMs, signal) {
      const found = find(query);
      if (found.length > 0 || patienceMs <= 0) return found;
      return new Promise((resolve) => {
        const finish = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
          signal?.removeEventListener('abort', finish);
          resolve(find(query));
        };
        const look = (): void => {
          if (find(query).length > 0) finish();
        };
        const timer = setTimeout(finish, patienceMs);
        waiting.add(look);
        signal?.addEventListener('abort', finish);
      });
    },
    async clear() {
      await Promise.all(messages.splice(0).map((message) => rm(fileOf(message), { force: true })));
    },
  };
}

function matcherOf(query: MailQuery, messages: readonly CaughtMessage[]): (message: CaughtMessage) => boolean {
  const to = query.to?.toLowerCase();
  const subject = query.subject?.toLowerCase();
  const after = messages.find((message) => message.id === query.after)?.receivedAt ?? instantOf(query.after);
  return (message) =>
    (to === undefined || message.to.some((address) => address.toLowerCase() === to)) &&
    (subject === undefined || message.subject.toLowerCase().includes(subject)) &&
    (after === undefined || message.receivedAt > after);
}

function instantOf(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

async function readMessages(folder: string): Promise<CaughtMessage[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const messages = await Promise.all(files.map((name) => readMessage(join(folder, name))));
  return messages
    .filter((message) => message !== undefined)
    .sort((left, right) => right.receivedAt.localeCompare(left.receivedAt));
}

/** A file that cannot be read as a message is passed over: a demonstration's mailbox must not keep it from starting. */
async function readMessage(path: string): Promise<CaughtMessage | undefined> {
  try {
    return caughtMessageSchema.parse(JSON.parse((await readIfThere(path)) ?? ''));
  } catch {
    return undefined;
  }
}
