import { createApi } from './api.ts';
import type { Cast, Partner, Versioned } from './cast.ts';
import { createPartnerClient, type PartnerCredentials } from './partner.ts';
import { tell } from './report.ts';

/** A coordinator takes a partner into the registry and hands it its credentials. */
export async function onboard(cast: Cast, letter: string): Promise<Partner> {
  const name = `Entitat ${letter} ${cast.run}`;
  const { body: partner } = await cast.coordinator.done<Versioned>('/accompaniment/v1/staff/partners', {
    name,
    contactEmail: `partner-${letter.toLowerCase()}-${cast.run}@example.org`,
    languages: ['ca'],
  });
  const { body: credentials } = await cast.coordinator.done<PartnerCredentials>(
    `/accompaniment/v1/staff/partners/${partner.id}/credentials`,
  );
  tell(
    'coordinator',
    `onboards “${name}”: credentials for account ${credentials.nats.consumer.slice(0, 8)}…, an API key`,
  );
  return {
    id: partner.id,
    api: createApi(cast.origin, credentials.apiKey),
    client: createPartnerClient(`partner ${letter}`, credentials),
    credentials,
  };
}
