import type { Row } from '../../source/row.js';
import type { ColumnShape, Origin, SourceShape, WholeRange } from '../../source/sourceShape.js';
import { indexesOf } from '../sql/shape/indexesOf.js';
import { UniqueSets } from '../sql/shape/uniqueSets.js';
import type { Statement } from '../sql/statement.js';

import { insteadOf, insteadOfEncoded } from './insteadOf.js';
import { quote } from './quote.js';
import { readOrigins } from './readOrigins.js';
import { rangeOfType, readRanges } from './readRanges.js';
import { elementsOf, storageOf } from './storageOf.js';
import { arrayForm, equatedBy, type TextForm, type TextForms } from './textForm.js';

type Run = (statement: Statement) => Promise<readonly Row[]>;

/**
 * The columns that the user may read, of tables, partitioned tables, views and materialized views. A
 * table that has the name of one of the server's own is none of them: its name alone would not lead to
 * it. A collation orders by code point where it is C, or one of the server's own provider.
 */
const columns = `
  SELECT c.relname, a.attname, t.typname, tn.nspname,
         t.typtype = 'e',
         t.typname = 'citext' AND EXISTS (
           SELECT FROM pg_depend AS p JOIN pg_extension AS e ON e.oid = p.refobjid
            WHERE p.classid = 'pg_type'::regclass AND p.objid = t.oid AND p.deptype = 'e'
              AND e.extname = 'citext'),
         format_type(d.oid, CASE WHEN d.typtype = 'd' THEN NULL ELSE a.atttypmod END)
           || CASE WHEN d.typtype = 'd'
                   THEN ', a domain over ' || format_type(d.typbasetype, d.typtypmod) ELSE '' END,
         NOT a.attnotnull,
         CASE WHEN d.typtype = 'd' THEN d.typtypmod ELSE a.atttypmod END,
         c.relkind IN ('v', 'm') OR a.attgenerated <> '', c.relkind IN ('v', 'm'),
         kn.nspname, k.collname, k.collisdeterministic,
         CASE WHEN k.collname = 'default'
              THEN (SELECT COALESCE(to_jsonb(b) ->> 'datlocprovider', 'c') = 'b'
                           OR (COALESCE(to_jsonb(b) ->> 'datlocprovider', 'c') = 'c'
                               AND b.datcollate IN ('C', 'POSIX'))
                      FROM pg_database AS b WHERE b.datname = current_database())
              ELSE k.collprovider = 'b' OR (k.collprovider = 'c' AND k.collcollate IN ('C', 'POSIX')) END,
         CASE WHEN e.typtype = 'e' THEN 'enum' WHEN e.typnamespace = 'pg_catalog'::regnamespace THEN e.typname END
    FROM pg_class AS c
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type AS d ON d.oid = a.atttypid
    JOIN pg_type AS t ON t.oid = CASE WHEN d.typtype = 'd' THEN d.typbasetype ELSE d.oid END
    JOIN pg_namespace AS tn ON tn.oid = t.typnamespace
    LEFT JOIN pg_type AS e ON e.typarray = t.oid
    LEFT JOIN pg_collation AS k ON k.oid = a.attcollation
    LEFT JOIN pg_namespace AS kn ON kn.oid = k.collnamespace
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND c.relkind IN ('r', 'p', 'v', 'm')
     AND has_column_privilege(c.oid, a.attnum, 'SELECT')
     AND NOT EXISTS (SELECT FROM pg_class AS own
                      WHERE own.relname = c.relname AND own.relnamespace = 'pg_catalog'::regnamespace)
   ORDER BY c.relname, a.attnum`;

/**
 * The columns of unique indexes over all rows. The index of a table that others inherit from knows nothing
 * of their rows.
 */
const uniques = `
  SELECT c.relname, i.indexrelid::text, a.attname, i.indisprimary
    FROM pg_index AS i
    JOIN pg_class AS c ON c.oid = i.indrelid
    CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS part (number, place)
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = part.number
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND i.indisunique AND i.indisvalid AND part.place <= i.indnkeyatts
     AND i.indpred IS NULL AND i.indexprs IS NULL
     AND NOT (c.relkind = 'r' AND c.relhassubclass)
   ORDER BY c.relname, i.indexrelid, part.place`;

/** The tables of the same kinds of which the user may read nothing. */
const closed = `
  SELECT c.relname FROM pg_class AS c
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND c.relkind IN ('r', 'p', 'v', 'm')
     AND NOT has_any_column_privilege(c.oid, 'SELECT')
     AND NOT EXISTS (SELECT FROM pg_class AS own
                      WHERE own.relname = c.relname AND own.relnamespace = 'pg_catalog'::regnamespace)`;

/** In any other encoding "C" is not the order of code points, and some characters have no place. */
const encoding = `SELECT current_setting('server_encoding') = 'UTF8'`;

/** What is known of a column beside its own row. */
interface Known {
  readonly isUtf8: boolean;
  readonly uniques: UniqueSets;
  readonly ranges: ReadonlyMap<string, WholeRange>;
  readonly origins: ReadonlyMap<string, Origin>;
}

/** How a text is stored, by the name of its type; null for what is no text. */
function formOf(type: string, schema: string, collation: string, isDeterministic: boolean) {
  const forms: Readonly<Record<string, TextForm>> = {
    text: { kind: isDeterministic ? 'plain' : 'folded', collation },
    varchar: { kind: isDeterministic ? 'plain' : 'folded', collation },
    bpchar: { kind: 'char' },
    citext: { kind: 'citext', schema: quote(schema), type: `${quote(schema)}.${quote('citext')}` },
    uuid: { kind: 'uuid' },
    enum: { kind: 'enum' },
  };
  return forms[type] ?? null;
}

/** The bounds that a type states: PostgreSQL keeps them in one number, four beyond the value. */
function boundsOf(
  type: string,
  modifier: number,
): Pick<ColumnShape, 'digits' | 'scale' | 'length'> {
  if (type === 'int8') return { digits: 19 };
  if (modifier < 4) return {};
  if (type === 'numeric') {
    // From version 15 on, digits after the point have eleven bits, and may be fewer than none.
    const scale = (((modifier - 4) & 0x7ff) ^ 0x400) - 0x400;
    return { digits: ((modifier - 4) >> 16) & 0xffff, scale: Math.max(0, scale) };
  }
  return type === 'varchar' || type === 'bpchar' ? { length: modifier - 4 } : {};
}

function readColumn(row: Row, known: Known) {
  const [table, name, typeName, typeSchema, isEnum, isCitext] = row;
  const [word, nullable, modifier, derived, ofView] = row.slice(6);
  const [collationSchema, collation, isDeterministic, isByCodePoint, ofElements] = row.slice(11);
  const named = typeSchema === 'pg_catalog' || isCitext === true ? String(typeName) : '';
  const type = isEnum === true ? 'enum' : named;
  const key = JSON.stringify([table, name]);
  const elements = ofElements === null ? undefined : elementsOf(String(ofElements));
  const stored = elements ? 'LIST' : storageOf(type, isEnum === true);
  const isOfTexts = stored === 'TEXT' || elements?.storage === 'TEXT';
  const storage = isOfTexts && !known.isUtf8 ? 'OTHER' : stored;
  const texts =
    storage === 'TEXT'
      ? formOf(
          type,
          String(typeSchema),
          `${quote(String(collationSchema))}.${quote(String(collation))}`,
          isDeterministic === true,
        )
      : null;
  const form = storage === 'LIST' ? arrayForm(String(ofElements), isDeterministic === true) : texts;
  const isExact = texts?.kind === 'uuid' || (texts?.kind === 'plain' && isByCodePoint === true);
  const range = known.ranges.get(key) ?? rangeOfType(type);
  const origin = known.origins.get(key);
  const equates = texts ? equatedBy(texts) : [];
  const shape: ColumnShape = {
    storage,
    nullable: nullable === true,
    ...known.uniques.of(String(table), String(name)),
    exact: texts === null || isExact,
    ...(derived === true && { isDerived: true }),
    ...(ofView === true && { isOfView: true }),
    ...(origin && { origin }),
    ...(storage === 'LIST' && elements && { elements }),
    ...(type === 'float4' && { isSingle: true }),
    ...(texts?.kind === 'uuid' && { isUuid: true }),
    ...boundsOf(type, Number(modifier)),
    ...((storage === 'TEXT' || storage === 'TIME') && { mayHoldNoDays: true }),
    ...(range && { range }),
    ...(equates.length > 0 && { equates }),
    type: String(word),
    ...((storage === 'OTHER' || storage === 'BYTES') && {
      instead: isOfTexts ? insteadOfEncoded : insteadOf(String(typeName)),
    }),
  };
  return { table: String(table), name: String(name), shape, form };
}

/** Reads the tables and views of the session's schema, and how their texts are stored. */
export async function readShape(
  run: Run,
): Promise<{ readonly shape: SourceShape; readonly forms: TextForms }> {
  const [found, parts, inUtf8, unread, ranges, origins] = await Promise.all([
    run({ sql: columns, parameters: [] }),
    run({ sql: uniques, parameters: [] }),
    run({ sql: encoding, parameters: [] }),
    run({ sql: closed, parameters: [] }),
    readRanges(run),
    readOrigins(run),
  ]);
  const known = {
    isUtf8: inUtf8[0]?.[0] === true,
    uniques: new UniqueSets(indexesOf(parts)),
    ranges,
    origins,
  };
  const shape = new Map<string, Map<string, ColumnShape>>();
  const forms = new Map<string, Map<string, TextForm>>();
  for (const [table] of unread) shape.set(String(table), new Map());
  for (const row of found) {
    const column = readColumn(row, known);
    const { table, name, form } = column;
    shape.set(table, (shape.get(table) ?? new Map<string, ColumnShape>()).set(name, column.shape));
    if (form) forms.set(table, (forms.get(table) ?? new Map<string, TextForm>()).set(name, form));
  }
  return { shape, forms };
}
