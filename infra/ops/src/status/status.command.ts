import { findAccess } from '../access/access.ts';
import { type Command, table } from '../cli/command.ts';
import { needsAttention, type PlatformStatus, readStatus } from './status.ts';

/** Every service, stream, consumer and outbox at a glance. */
export const statusCommand: Command = {
  name: 'status',
  usage: '',
  summary: 'every service, outbox, consumer and stream at a glance; 1 where somebody should look',
  run: async () => {
    const status = await readStatus(await findAccess());
    return { data: status, text: textOf(status), bad: needsAttention(status) };
  },
};

function textOf({ services, streams, partners }: PlatformStatus): string {
  const shown = (value: number | undefined): string => (value === undefined ? '-' : String(Math.round(value)));
  return [
    table([
      ['service', 'state', 'outbox', 'oldest s', 'relay', 'behind', 'in hand', 'dead letters'],
      ...services.map((service) => [
        service.name,
        service.state,
        shown(service.outboxDepth),
        shown(service.outboxOldestSeconds),
        service.relayLeader === true ? 'leads' : '-',
        shown(service.consumerPending),
        shown(service.consumerUnacknowledged),
        shown(service.deadLetters),
      ]),
    ]),
    '',
    table([
      ['stream', 'messages', 'MB', 'consumers', 'copies'],
      ...streams.map(({ name, messages, bytes, consumers, replicas, behind }) => [
        name,
        String(messages),
        (bytes / 1e6).toFixed(1),
        String(consumers),
        behind === 0 ? String(replicas) : `${replicas}, ${behind} behind`,
      ]),
    ]),
    ...(partners.length === 0
      ? []
      : [
          '',
          table([
            ['partner’s account', 'waiting', 'in hand'],
            ...partners.map(({ account, pending, unacknowledged }) => [
              account,
              String(pending),
              String(unacknowledged),
            ]),
          ]),
        ]),
  ].join('\n');
}
