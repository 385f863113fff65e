import { join } from 'node:path';

/** Where the demo's files lie in a gateway's folder of data. */
export function demoDir(dataDir: string): string {
  return join(dataDir, 'demo');
}
