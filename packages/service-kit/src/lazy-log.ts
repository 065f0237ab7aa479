import type { FastifyBaseLogger } from 'fastify';
import type { ChildLoggerOptions } from 'pino';

import { namesOperation } from './logger.ts';

/**
 * The log of one request, made when something is first written to it. Most requests write nothing but the line that
 * `registerRequestLog` writes without it, and a child of the logger costs as much as that line.
 */
export class LazyLog implements FastifyBaseLogger {
  readonly #parent: FastifyBaseLogger;
  #bindings: Record<string, unknown>;
  #options: ChildLoggerOptions;
  #own: FastifyBaseLogger | undefined;

  constructor(parent: FastifyBaseLogger, bindings: Record<string, unknown>, options: ChildLoggerOptions = {}) {
    this.#parent = parent;
    this.#bindings = bindings;
    this.#options = options;
  }

  /** Puts the request's operation on every line from now on. */
  nameOperation(bindings: Record<string, unknown>): void {
    this.#bindings = { ...this.#bindings, ...bindings, [namesOperation]: true };
    this.#own = undefined;
  }

  get #log(): FastifyBaseLogger {
    this.#own ??= this.#make();
    return this.#own;
  }

  #make(): FastifyBaseLogger {
    const { [namesOperation]: named = false, ...bindings } = this.#bindings as Record<PropertyKey, unknown>;
    const made = this.#parent.child(bindings, this.#options);
    return named === true ? Object.assign(made, { [namesOperation]: true }) : made;
  }

  get level(): FastifyBaseLogger['level'] {
    return (this.#own ?? this.#parent).level;
  }

  set level(level: FastifyBaseLogger['level']) {
    this.#log.level = level;
  }

  child(bindings: Record<string, unknown>, options?: ChildLoggerOptions): FastifyBaseLogger {
    return this.#log.child(bindings, options);
  }

  fatal(...line: unknown[]): void {
    write(this.#log, 'fatal', line);
  }

  error(...line: unknown[]): void {
    write(this.#log, 'error', line);
  }

  warn(...line: unknown[]): void {
    write(this.#log, 'warn', line);
  }

  info(...line: unknown[]): void {
    write(this.#log, 'info', line);
  }

  debug(...line: unknown[]): void {
    write(this.#log, 'debug', line);
  }

  trace(...line: unknown[]): void {
    write(this.#log, 'trace', line);
  }

  silent(): void {}
}

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

function write(log: FastifyBaseLogger, level: Level, line: unknown[]): void {
  Reflect.apply(log[level], log, line);
}
