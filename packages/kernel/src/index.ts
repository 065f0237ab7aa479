/**
 * The vocabulary every service shares and nothing more: deciders, coded errors, the clock, identifiers, localized text
 * and the context of the operation in progress. It knows nothing of HTTP, databases or brokers.
 *
 * @packageDocumentation
 */
export * from './clock.ts';
export * from './context.ts';
export * from './decider.ts';
export * from './errors.ts';
export * from './ids.ts';
export * from './localized-text.ts';
export * from './sealing.ts';
export * from './secrets.ts';
