/**
 * The way events travel: from a service's outbox to JetStream, from JetStream through the inbox into another service,
 * and aside to the dead letters when a message cannot be handled.
 *
 * @packageDocumentation
 */
export { type Broker, type BrokerOptions, connectBroker } from './broker.ts';
export { type Consumer, type ConsumerOptions, startConsumer, streamsOf } from './consumer.ts';
export {
  type DeadLetter,
  deadLetterNotFound,
  deadLetterTruncated,
  dropDeadLetter,
  getDeadLetter,
  listDeadLetters,
  replayDeadLetter,
} from './dead-letters.ts';
export { silentObserver, type MessagingObserver } from './observer.ts';
export { isOutage } from '@ateneu/persistence';
export { type Publication, publication, publishAll } from './publication.ts';
export { type Relay, type RelayOptions, startRelay } from './relay.ts';
export { republish } from './republish.ts';
export { type Arrival, type Subscription, subscription } from './subscription.ts';
export { carryTrace, continueTrace, type TraceCarrier } from './tracing.ts';
export { ensureTopology, replaySubjectOf, type StreamName, streams, type TopologyOptions } from './topology.ts';
