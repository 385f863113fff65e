import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { transform } from '@swc/core';

const tests = fileURLToPath(new URL('..', import.meta.url));
const outdir = fileURLToPath(new URL('../../dist/test', import.meta.url));

/** As jest.config.mjs has it; TypeORM and TypeGraphQL read the decorators' metadata. */
const options = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
};

async function compile(file) {
  const { code } = await transform(await readFile(join(tests, file), 'utf8'), options);
  const target = join(outdir, file.replace(/\.ts$/, '.js'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
}

await rm(outdir, { recursive: true, force: true });
const files = await readdir(tests, { recursive: true });
const needed = files.filter((file) => /^(drill|support)\/.*(?<!\.d)\.ts$/.test(file));
await Promise.all(needed.map(compile));

const { runFromCommandLine } = await import(join(outdir, 'drill/main.js'));
await runFromCommandLine(process.argv.slice(2));
