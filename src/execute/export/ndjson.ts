import { formatError } from '../../errors/formatError.js';

import type { ExportFormat, MakeFormat } from './exportFormat.js';

/** No field of GraphQL is named so: a line that begins with `{"@` is none of a row. */
const [chunkKey, endKey] = ['@chunk', '@end'];

function line(key: string, told: object): Buffer {
  return Buffer.from(`${JSON.stringify({ [key]: told })}\n`);
}

const format: ExportFormat = {
  contentType: 'application/x-ndjson; charset=utf-8',
  opening: Buffer.alloc(0),
  rows: (lines) => lines,
  mark: ({ rows, cursor, errors }) =>
    line(chunkKey, {
      rows,
      cursor,
      ...(errors.length > 0 && { errors: errors.map(formatError) }),
    }),
  end: ({ outcome, rows, cursor, errors }) =>
    line(endKey, {
      outcome,
      rows,
      cursor,
      ...(errors.length > 0 && { errors: errors.map(formatError) }),
    }),
};

/** A line of JSON for each row, and for each mark (NDJSON, https://github.com/ndjson/ndjson-spec). */
export const ndjson: MakeFormat = () => format;
