import { csv, csvWithMark } from '../../execute/export/csv.js';
import type { MakeFormat } from '../../execute/export/exportFormat.js';
import { ndjson } from '../../execute/export/ndjson.js';

/** The formats of exports, by their media type. The first is that of a request which takes any. */
export const exportFormats = {
  'application/x-ndjson': ndjson,
  'text/csv': csv,
  'text/csv;bom=1': csvWithMark,
} satisfies Readonly<Record<string, MakeFormat>>;

export type ExportType = keyof typeof exportFormats;
