import { faultsInWords } from '../catalog/fault/faultsInWords.js';
import { checkCatalogs, type Checked } from '../start/check/checkCatalogs.js';
import type { Demo } from '../start/demo.js';
import { readCheckSettings } from '../start/settings.js';

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count || 'no'} ${what}s`;
}

function inWords({ files, faults, warnings }: Checked): string {
  const warned = warnings.length > 0 ? `, ${counted(warnings.length, 'warning')}` : '';
  return [
    ...faultsInWords(warnings, 'warning: ').map((told) => `${told}\n`),
    ...faultsInWords(faults).map((told) => `${told}\n`),
    `${counted(faults.length, 'fault')} in ${counted(files, 'catalog')}${warned}`,
  ].join('\n');
}

export interface CheckOptions {
  readonly format: 'text' | 'json';
  /** Whether the sources are asked for what catalogs vouch for. */
  readonly data: boolean;
}

/**
 * Checks catalogs against the live sources, and prints all their faults and warnings.
 *
 * @returns the exit code: 0 for no fault, whatever is warned of, 1 for some
 */
export async function check(
  files: readonly string[],
  { format, data }: CheckOptions,
  demo: Demo | null,
): Promise<0 | 1> {
  const checked = await checkCatalogs(files, readCheckSettings(process.env), data, demo);
  process.stdout.write(`${format === 'json' ? JSON.stringify(checked) : inWords(checked)}\n`);
  return checked.faults.length > 0 ? 1 : 0;
}
