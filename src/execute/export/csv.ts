import { csvCell } from './csvCell.js';
import { csvColumns, type JsonObject } from './csvColumns.js';
import type { ExportEnd, ExportFormat, MakeFormat } from './exportFormat.js';

const endOfLine = '\r\n';
const byteOrderMark = '\uFEFF';
const nothing = Buffer.alloc(0);

/** The rows of lines of JSON, in which no text holds a line feed as it stands. */
function parse(lines: Buffer): readonly JsonObject[] {
  const members = lines.toString('utf8').trimEnd().replaceAll('\n', ',');
  return JSON.parse(`[${members}]`) as readonly JsonObject[];
}

/** No cell of a row begins with `#` and stands without quotes and `'`. */
function endInWords({ outcome, rows, cursor }: ExportEnd): string {
  return `#end outcome=${outcome} rows=${rows} cursor=${cursor ?? ''}`;
}

function makeCsv(mark: string): MakeFormat {
  return (shape): ExportFormat => {
    const columns = csvColumns(shape);
    const header = columns.map(({ name }) => name).join(',');
    const others = ','.repeat(columns.length - 1);
    return {
      contentType: 'text/csv; charset=utf-8; header=present',
      opening: Buffer.from(`${mark}${header}${endOfLine}`),
      rows: (lines) => {
        const written = parse(lines).map((row) =>
          columns.map(({ read }) => csvCell(read(row))).join(','),
        );
        return Buffer.from(written.map((line) => line + endOfLine).join(''));
      },
      // A line between rows would be taken for one.
      mark: () => nothing,
      end: (end) => Buffer.from(`${endInWords(end)}${others}${endOfLine}`),
    };
  };
}

/** A line for each row (RFC 4180), names above, and a last line that says how it ended. */
export const csv: MakeFormat = makeCsv('');

/** The same behind a mark of the byte order, by which Excel knows that it is UTF-8. */
export const csvWithMark: MakeFormat = makeCsv(byteOrderMark);
