import type { Fault } from '../catalog/fault.js';
import { checkCatalogs, type Checked } from '../start/checkCatalogs.js';
import type { Demo } from '../start/demo.js';
import { readCheckSettings } from '../start/settings.js';

/** A fault with the lines around it. Its place stands above, so it is not repeated. */
function faultInWords({ file, line, column, message, frame }: Fault): string {
  return `${file}:${line}:${column} ${message}\n${frame.slice(frame.indexOf('\n') + 1)}\n`;
}

function inWords({ files, faults }: Checked): string {
  const told = faults.map(faultInWords);
  const count = faults.length === 1 ? '1 fault' : `${faults.length || 'no'} faults`;
  return [...told, `${count} in ${files} ${files === 1 ? 'catalog' : 'catalogs'}`].join('\n');
}

/**
 * Checks catalogs against the live sources, and prints all their faults.
 *
 * @returns the exit code: 0 for no fault, 1 for some
 */
export async function check(
  files: readonly string[],
  format: 'text' | 'json',
  demo: Demo | null,
): Promise<0 | 1> {
  const checked = await checkCatalogs(files, readCheckSettings(process.env), demo);
  process.stdout.write(`${format === 'json' ? JSON.stringify(checked) : inWords(checked)}\n`);
  return checked.faults.length > 0 ? 1 : 0;
}
