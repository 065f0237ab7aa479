import { problemMediaType } from '@ateneu/service-kit';
import { z } from 'zod';

import type { Config } from '../config.ts';
import type { Answer } from './answer.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One service's part of the funder's workbook, as both services that have one give it. */
const partSchema = z.object({
  call: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ heading: z.string(), type: z.string() })),
      rows: z.array(z.array(cell)),
    }),
  ),
  problems: z.array(
    z.object({
      code: z.string(),
      sheet: z.string().nullish(),
      subject: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
      message: z.union([z.string(), z.object({ ca: z.string(), es: z.string().optional() })]),
    }),
  ),
});

/** What a service hands over for the workbook. */
export type JustificationPart = z.output<typeof partSchema>;

/** Who has a part of the workbook. */
export const justifying = ['training', 'accompaniment'] as const;

/** Reads one service's part; the call may have years of rows in it, so it may take longer than a page's part. */
export async function readJustification(
  config: Config,
  {
    service,
    call,
    bearer,
    language,
  }: { service: (typeof justifying)[number]; call: string; bearer: string; language: string },
): Promise<Answer<JustificationPart>> {
  const upstream = service === 'training' ? config.UPSTREAM_TRAINING : config.UPSTREAM_ACCOMPANIMENT;
  try {
    const response = await fetch(`${upstream}/v1/staff/justification/${encodeURIComponent(call)}`, {
      headers: { authorization: `Bearer ${bearer}`, 'accept-language': language, accept: 'application/json' },
      signal: AbortSignal.timeout(config.UPSTREAM_TIMEOUT_MS * 5),
    });
    if (response.ok) return { kind: 'ok', data: partSchema.parse(await response.json()), etag: undefined };
    const refused = response.status < 500 && (response.headers.get('content-type') ?? '').startsWith(problemMediaType);
    return refused ? { kind: 'refused', problem: (await response.json()) as never } : { kind: 'down' };
  } catch {
    return { kind: 'down' };
  }
}
