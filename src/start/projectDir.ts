import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whether this file runs as TypeScript or compiled, below `dist`. */
export const projectDir = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url),
);

/** The explorer's page, as `npm run build` makes it. */
export const explorerDir = join(projectDir, 'dist', 'explorer');
