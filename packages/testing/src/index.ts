/**
 * What tests are written with: a database and a broker account of their own on real servers, an issuer of staff
 * tokens, given/when/then for deciders, and inputs that nobody should send.
 *
 * @packageDocumentation
 */
export { freePorts } from '@ateneu/backing-services';
export { browserTestsRun, launchBrowser } from './browser.ts';
export { createTestBroker, type TestBroker } from './broker.ts';
export { createTestDatabase, type TestDatabase } from './database.ts';
export { given } from './given.ts';
export { hostileBodies, hostileTexts } from './hostile.ts';
export { createTestIssuer, type TestIssuer } from './issuer.ts';
export { type MigrationTrail, walkMigrations } from './migrations.ts';
export { openApiProblems } from './openapi.ts';
export { type OwnNats, startOwnNats } from './own-nats.ts';
export { type ServiceProcess, spawnService } from './spawn-service.ts';
export { timed } from './timed.ts';
