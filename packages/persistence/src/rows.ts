import { type EntityMetadata, type EntityName, type EntityProperty, ReferenceKind } from '@mikro-orm/core';

import { leavesWithNext } from './round-trips.ts';
import type { Transaction } from './transaction.ts';

/**
 * The rows of an aggregate, locked and saved past the ORM's unit of work: prepared statements made from the entity's own
 * declaration. Several times the rate of `em.findOne`, `em.assign` and the flush, which write every value into the text
 * of each statement and compare every property. For the one row that `update` is about; everything else is the ORM's.
 */
export interface Rows<Row extends { id: string }> {
  /** Locks the row until the transaction ends and reads it; `undefined` where there is none. */
  lock(tx: Transaction, id: string): Promise<Row | undefined>;
  /**
   * Puts the changes on the row, and what of them differs into the database together with the commit: statements of this
   * transaction before then see the row as it was. A constraint they break fails the commit with the driver's own error.
   */
  change(tx: Transaction, row: Row, changes: Partial<Row>): void;
}

/** @throws TypeError at first use, where a property is not a plain column */
export function rowsOf<Row extends { id: string }>(entity: EntityName<Row>): Rows<Row> {
  let known: { metadata: unknown; mapping: Mapping } | undefined;
  const mappingIn = (tx: Transaction): Mapping => {
    const metadata = tx.em.getMetadata().get(entity) as EntityMetadata;
    if (known?.metadata !== metadata) known = { metadata, mapping: mappingOf(metadata) };
    return known.mapping;
  };
  return {
    lock: async (tx, id) => {
      const mapping = mappingIn(tx);
      const [found] = await tx.query(mapping.lock, [id]);
      return found === undefined ? undefined : (mapping.toRow(found) as Row);
    },
    change: (tx, row, changes) => {
      const mapping = mappingIn(tx);
      const changed = mapping.columns.filter(
        ({ property }) =>
          Object.hasOwn(changes, property) && differ(row[property as keyof Row], changes[property as keyof Row]),
      );
      Object.assign(row, changes);
      if (changed.length === 0) return;
      const values = changed.map((column) => column.toDatabase(row[column.property as keyof Row]));
      tx.atCommit(mapping.update(changed), [row.id, ...values]);
    },
  };
}

/** A property and its column. */
interface Column {
  readonly property: string;
  readonly name: string;
  /** The SQL that reads it. */
  readonly read: string;
  readonly toRow: (value: unknown) => unknown;
  readonly toDatabase: (value: unknown) => unknown;
}

interface Mapping {
  readonly columns: readonly Column[];
  readonly lock: string;
  update(changed: readonly Column[]): string;
  toRow(found: Readonly<Record<string, unknown>>): object;
}

function mappingOf(metadata: EntityMetadata): Mapping {
  const columns = metadata.props.map((property) => columnOf(metadata, property));
  const table = quoted(metadata.tableName);
  const updates = new Map<string, string>();
  const read = columns.map(({ read, property }) => `${read} as ${quoted(property)}`).join(', ');
  return {
    columns,
    lock: `select ${read} from ${table} where "id" = $1 for update`,
    update: (changed) => {
      const assignments = changed.map(({ name }, index) => `${quoted(name)} = $${index + 2}`).join(', ');
      const known = updates.get(assignments);
      if (known !== undefined) return known;
      const text = leavesWithNext(`update ${table} set ${assignments} where "id" = $1`);
      updates.set(assignments, text);
      return text;
    },
    toRow: (found) => Object.fromEntries(columns.map(({ property, toRow }) => [property, toRow(found[property])])),
  };
}

const unchanged = (value: unknown): unknown => value;

function columnOf({ className }: EntityMetadata, property: EntityProperty): Column {
  const [name] = property.fieldNames;
  const [type = ''] = property.columnTypes;
  if (
    property.kind !== ReferenceKind.SCALAR ||
    name === undefined ||
    (property.customType !== undefined && !isPlain(type))
  ) {
    throw new TypeError(`${className}.${property.name} is not a plain column.`);
  }
  const column = { property: property.name, name, read: quoted(name), toRow: unchanged, toDatabase: unchanged };
  if (type.startsWith('json')) {
    return { ...column, toDatabase: (value) => (value == null ? null : JSON.stringify(value)) };
  }
  if (property.runtimeType !== 'Date') return column;
  return {
    ...column,
    // The pool leaves timestamps as PostgreSQL's text; a number is exact to the millisecond, and cheap to read.
    read: `(extract(epoch from ${quoted(name)}) * 1000)::float8`,
    toRow: (value) => (typeof value === 'number' ? new Date(value) : null),
    toDatabase: (value) => (value instanceof Date ? value.toISOString() : null),
  };
}

/** Columns whose own type the driver reads and writes as JavaScript has it. */
function isPlain(type: string): boolean {
  return type === 'uuid' || type.startsWith('json') || type === 'text[]';
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function differ(left: unknown, right: unknown): boolean {
  if (left === right || (left == null && right == null)) return false;
  // Dates become text, and objects are compared as the database keeps them.
  return JSON.stringify(left) !== JSON.stringify(right);
}
