import type { DeskView } from '../../../shell/desk-page.ts';
import type { UpstreamName } from '../../../upstream/services.ts';

/** What a service is called, as people see its part of the console. */
export function serviceName({ t: { console: t } }: Pick<DeskView, 't'>, name: UpstreamName): string {
  const names = {
    directory: t.initiatives,
    training: t.sessions,
    accompaniment: t.accompaniments,
    notifications: t.deliveries,
  };
  return names[name];
}
