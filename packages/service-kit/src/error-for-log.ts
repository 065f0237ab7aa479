import { causesOf } from '@ateneu/persistence';

/** An error as the log keeps it. */
interface LoggedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  causes?: string[];
}

/**
 * An error without the personal data that drivers put into it. PostgreSQL quotes the offending values (`detail`,
 * `where`), the ORM prefixes the message with the statement and its parameters, and validators keep their input.
 */
export function errorForLog(thrown: unknown): LoggedError {
  const error = thrown instanceof Error ? thrown : restored(thrown);
  if (error === undefined) return { type: typeof thrown, message: 'Not an error.' };
  const [, ...causes] = causesOf(error);
  const { code } = error as { code?: unknown };
  const message = safeMessage(error);
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: stackOf(error.stack, error.message, message) }),
    ...(causes.length === 0 ? {} : { causes: causes.map((cause) => `${cause.name}: ${safeMessage(cause)}`) }),
  };
}

/** The error that an object is a copy of: some libraries hand out the fields of one. */
function restored(thrown: unknown): Error | undefined {
  const { message, stack, code, cause } = (thrown ?? {}) as Partial<NodeJS.ErrnoException>;
  if (typeof message !== 'string' || typeof stack !== 'string') return undefined;
  const error = new Error(message, { cause });
  return Object.assign(error, { name: /^\w+/.exec(stack)?.[0] ?? error.name, stack, code });
}

const statement = /^\s*(select|insert|update|delete|with|begin|commit|alter|create|drop|set)\b/i;

function safeMessage(error: Error): string {
  // `insert into "person" ("email") values ('a@b.cat') - duplicate key value violates unique constraint "…"`
  const { message } = error;
  if (!statement.test(message)) return message;
  const end = message.lastIndexOf(' - ');
  return end === -1 ? '[statement]' : `[statement]${message.slice(end)}`;
}

function stackOf(stack: string, message: string, safe: string): string {
  return message === safe ? stack : stack.replaceAll(message, safe);
}
