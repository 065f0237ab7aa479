import * as accompaniment from './contracts/accompaniment.ts';
import * as directory from './contracts/directory.ts';
import * as notifications from './contracts/notifications.ts';
import * as training from './contracts/training.ts';
import type { EventContract } from './define-event.ts';

/** Every event of the platform, by service and then in the order they are declared. */
export const catalogue: readonly EventContract[] = [
  ...Object.values(directory),
  ...Object.values(training),
  ...Object.values(accompaniment),
  ...Object.values(notifications),
];

const byType = new Map(catalogue.map((contract) => [contract.type, contract]));

/** The contract of a CloudEvents type, if it is one of ours. */
export function findContract(type: string): EventContract | undefined {
  return byType.get(type);
}
