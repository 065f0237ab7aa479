/**
 * A real PostgreSQL and a real nats-server on this machine, found or brought, for tests and for running the platform
 * locally. Never part of a service.
 *
 * @packageDocumentation
 */
export { engineAnswers } from './containers.ts';
export { findNatsServer } from './nats-server/find.ts';
export { type NatsOptions, startNats } from './nats.ts';
export { assertPortFree, freePorts } from './ports.ts';
export { type PostgresOptions, startPostgres } from './postgres.ts';
export { BackingServiceUnavailable, type RunningService } from './running-service.ts';
