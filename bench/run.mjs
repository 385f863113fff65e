import { readdir, readFile, rm, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { transform } from '@swc/core';

const here = fileURLToPath(new URL('.', import.meta.url));
const outdir = fileURLToPath(new URL('../dist/bench', import.meta.url));

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
  const { code } = await transform(await readFile(join(here, file), 'utf8'), options);
  const target = join(outdir, file.replace(/\.ts$/, '.js'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
}

await rm(outdir, { recursive: true, force: true });
const files = await readdir(here, { recursive: true });
await Promise.all(files.filter((file) => /(?<!\.d)\.ts$/.test(file)).map(compile));

const [first, ...rest] = process.argv.slice(2);
const own = {
  '--big': 'big/main.js',
  '--record': 'record/main.js',
  '--steady': 'steady/main.js',
}[first];
const [entry, args] = own ? [own, rest] : ['runner/main.js', process.argv.slice(2)];
const { runFromCommandLine } = await import(join(outdir, entry));
await runFromCommandLine(args);
