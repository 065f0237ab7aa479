import { type Answer, settle } from './answer.ts';
import type { Clients } from './clients.ts';
import type { services, UpstreamName } from './services.ts';

/** Who did what to what, as each service keeps it. */
export interface AuditLine {
  readonly service: UpstreamName;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, unknown>> | null;
}

/** The records of every service that answers, newest first, and the services that do not. */
export interface AuditTrail {
  readonly lines: readonly AuditLine[];
  readonly missing: readonly UpstreamName[];
  /** A refusal, where whoever asks may not see any. */
  readonly refused: Extract<Answer<never>, { kind: 'refused' }> | undefined;
}

/** What is looked for. */
export interface AuditFilter {
  readonly subjectId?: string;
  readonly actorId?: string;
  readonly action?: string;
}

/** Reads who read or changed what, in all services at once. */
export async function readAuditTrail(api: Clients, query: AuditFilter): Promise<AuditTrail> {
  const options = { params: { query } };
  const answers = await Promise.all([
    settle(api.directory.GET('/v1/staff/privacy/audit', options)),
    settle(api.training.GET('/v1/staff/privacy/audit', options)),
    settle(api.accompaniment.GET('/v1/staff/privacy/audit', options)),
    settle(api.notifications.GET('/v1/staff/privacy/audit', options)),
  ]);
  const names = ['directory', 'training', 'accompaniment', 'notifications'] as const satisfies typeof services;
  const lines = answers.flatMap((answer, index) => {
    const service = names[index] ?? 'directory';
    return answer.kind === 'ok' ? answer.data.items.map((line) => ({ ...line, service })) : [];
  });
  return {
    lines: lines.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)),
    missing: names.filter((_, index) => answers[index]?.kind === 'down'),
    refused: answers.find((answer) => answer.kind === 'refused'),
  };
}
