import { Temporal } from 'temporal-polyfill';

/** What a form was sent with. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Where the ateneu's days and hours are. */
export const timeZone = 'Europe/Madrid';

/** Reads a form's fields by their names; what is empty is absent. */
export interface Fields {
  readonly values: FormValues;
  /** `undefined` when empty. */
  text(name: string): string | undefined;
  /** The empty text when empty: the service says that it is missing. */
  required(name: string): string;
  number(name: string): number | undefined;
  flag(name: string): boolean;
  list(name: string): string[];
  /** A local date and time of a form (`2027-04-14T18:00`) as an instant. */
  instant(name: string): string | undefined;
}

/** Reads the body of a form; anything else is an empty form. */
export function fieldsOf(body: unknown): Fields {
  const values: FormValues = typeof body === 'object' && body !== null ? (body as FormValues) : {};
  const text = (name: string): string | undefined => {
    const value = values[name];
    const one = (typeof value === 'string' ? value : value?.[0])?.trim();
    return one === '' ? undefined : one;
  };
  return {
    values,
    text,
    required: (name) => text(name) ?? '',
    number: (name) => {
      const written = text(name);
      // What is no number goes to the service as such, which says so.
      return written === undefined ? undefined : Number(written.replace(',', '.'));
    },
    flag: (name) => text(name) === 'yes',
    list: (name) => {
      const value = values[name];
      return typeof value === 'string' ? (value === '' ? [] : [value]) : [...(value ?? [])];
    },
    instant: (name) => {
      const written = text(name);
      if (written === undefined) return undefined;
      try {
        return Temporal.PlainDateTime.from(written).toZonedDateTime(timeZone).toInstant().toString();
      } catch {
        return written;
      }
    },
  };
}

/** An object without what is absent, as the services' schemas want it. */
type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is `undefined`. */
export function given<T extends object>(object: T): Given<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** An instant as a form's local date and time. */
export function localDateTime(instant: string | null | undefined): string | undefined {
  if (instant === null || instant === undefined) return undefined;
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
