import { Temporal } from 'temporal-polyfill';

/** The zone of L'Hospitalet: every day and hour that people speak of is of it. */
export const timeZone = 'Europe/Madrid';

function zoned(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** The day of an instant in L'Hospitalet, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return zoned(instant).toPlainDate().toString();
}

/** The same time of the clock so many days later, over clock changes too. */
export function plusDays(instant: Date, days: number): Date {
  return new Date(zoned(instant).add({ days }).epochMilliseconds);
}

/** How many days lie from one day to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** The instant at which a day begins in L'Hospitalet. */
export function startOfDay(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}
