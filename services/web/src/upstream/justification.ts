import { type Answer, settle } from './answer.ts';
import type { Clients } from './clients.ts';

/** A cell of the workbook, as it is written. */
type Cell = string | number | null;

/** One service's part of the funder's workbook, as both services that have one give it. */
export interface JustificationPart {
  readonly sheets: readonly {
    readonly name: string;
    readonly columns: readonly { readonly heading: string; readonly type: 'text' | 'number' | 'date' }[];
    readonly rows: readonly (readonly Cell[])[];
  }[];
  readonly problems: readonly {
    readonly code: string;
    readonly sheet: string;
    readonly subject: { readonly kind: string; readonly id: string; readonly label: string };
    readonly message: string;
  }[];
}

/** Who has a part of the workbook. */
export const justifying = ['training', 'accompaniment'] as const;

/** A call may have thousands of rows: it may take longer than a part of a page, in milliseconds. */
const patienceMs = 25_000;

/** Reads one service's part. */
export function readJustification(
  api: Clients,
  service: (typeof justifying)[number],
  call: string,
): Promise<Answer<JustificationPart>> {
  const options = {
    params: { path: { call } },
    fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(patienceMs) }),
  };
  return service === 'training'
    ? settle(api.training.GET('/v1/staff/justification/{call}', options))
    : settle(api.accompaniment.GET('/v1/staff/justification/{call}', options));
}
