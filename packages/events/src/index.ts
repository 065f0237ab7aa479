/**
 * Every event of the platform, declared once: its name, version, schema and example. Services publish and read events
 * through these contracts; the JSON Schemas, `asyncapi.yaml` and `EVENTS.md` are generated from them.
 *
 * @packageDocumentation
 */
export { catalogue, findContract } from './catalogue.ts';
export * from './contracts/accompaniment.ts';
export * from './contracts/accompaniment-privacy.ts';
export * from './contracts/accompaniment-projects.ts';
export * from './contracts/directory.ts';
export * from './contracts/directory-good-practices.ts';
export * from './contracts/directory-intake.ts';
export * from './contracts/directory-subscriptions.ts';
export * from './contracts/notifications.ts';
export * from './contracts/partner-referrals.ts';
export * from './contracts/partners.ts';
export * from './contracts/referrals.ts';
export * from './contracts/training-attendance.ts';
export * from './contracts/training-enrolments.ts';
export * from './contracts/training-notices.ts';
export * from './contracts/training.ts';
export { type Audience, type DataOf, defineEvent, type EventContract, type EventDefinition } from './define-event.ts';
export { createEvent, type EventFields, type EventOf, EventSchemaError, parseEvent } from './event.ts';
export * from './vocabulary/index.ts';
