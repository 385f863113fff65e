#!/usr/bin/env node
// What npm links as `tongdao`: it must be there before anything is built.
import { existsSync } from 'node:fs';

const compiled = new URL('../dist/demo/tongdao.js', import.meta.url);
if (existsSync(compiled)) {
  await import(compiled.href);
} else {
  process.stderr.write('Tongdao is not built yet: run `npm run build` or `npm start` first.\n');
  process.exitCode = 1;
}
