import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A control database in a file of its own, and how to remove it. */
export function temporaryControl(): { readonly url: string; readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'tongdao-admin-'));
  return {
    url: `sqlite:${join(dir, 'control.sqlite')}`,
    remove: () => {
      rmSync(dir, { recursive: true });
    },
  };
}
