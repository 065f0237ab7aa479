import { call2024 } from './call-2024.ts';
import type { ClassifiedActuacio, FunderCall } from './funder-call.ts';
import { indexByCode } from './labelled-code.ts';

/** Every call, the oldest first. The taxonomy changes from call to call, so that a new one stands beside the old. */
export const funderCalls: readonly FunderCall[] = [call2024];

const byCode = indexByCode(funderCalls);

const classified: ReadonlyMap<string, ClassifiedActuacio> = new Map(
  funderCalls.flatMap((call) =>
    call.serveis.flatMap((servei) =>
      servei.actuacions.map((actuacio) => [`${call.code}/${actuacio.code}`, { ...actuacio, call, servei }] as const),
    ),
  ),
);

/** The call of a code such as `2024-2025`, if there is one. */
export function findFunderCall(code: string): FunderCall | undefined {
  return byCode.get(code);
}

/** The call whose period holds a day, `YYYY-MM-DD`. */
export function funderCallOn(day: string): FunderCall | undefined {
  return funderCalls.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}

/** The last day on which the funder may audit a call that ends on a day: the same day, so many years later. */
export function lastAuditDay(endsOn: string, years: number): string {
  return `${Number(endsOn.slice(0, 4)) + years}${endsOn.slice(4)}`;
}

/** The actuació of a call by its number, such as `2.1`, with the servei it belongs to. */
export function findActuacio(callCode: string, code: string): ClassifiedActuacio | undefined {
  return classified.get(`${callCode}/${code}`);
}
