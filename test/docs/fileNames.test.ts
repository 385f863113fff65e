import { readdirSync, readFileSync } from 'node:fs';

import { expect, it } from '@jest/globals';

const files = ['src', 'demo', 'test', 'schema', 'bench'].flatMap((dir) => listed(dir));
const documents = [...listed('docs'), ...listed('src'), 'README.md', 'CONTRIBUTING.md'];

function listed(dir: string): readonly string[] {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return names.map((name) => `${dir}/${name}`);
}

it.each(documents.filter((file) => file.endsWith('.md')))(
  'names files that are there: %s',
  (file) => {
    const text = readFileSync(file, 'utf8');
    const named = [...text.matchAll(/`((?:[\w.-]+\/)*[\w-]+\.ts)`/g)].map(([, name]) => name ?? '');
    const missing = named.filter((name) => !files.some((one) => `/${one}`.endsWith(`/${name}`)));
    expect(missing).toEqual([]);
  },
);
