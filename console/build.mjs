import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = `${root}dist/explorer`;
const page = `${outdir}/index.html`;

const modified = (path) => statSync(path).mtimeMs;

// Folders count as well as files: a deletion touches only its folder.
function newestInput() {
  const sources = readdirSync(here, { recursive: true }).map((name) => `${here}${name}`);
  const graphiql = `${root}node_modules/graphiql/package.json`;
  return Math.max(...[here, graphiql, ...sources].map(modified));
}

const shared = {
  absWorkingDir: root,
  outdir,
  bundle: true,
  minify: true,
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
};

function bundleScript() {
  return build({
    ...shared,
    entryPoints: { main: `${here}explorer/main.tsx` },
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    // GraphiQL asks for these by names that lead to UMD files, where it finds no parsers.
    alias: {
      'prettier/parser-babel': 'prettier/plugins/babel',
      'prettier/parser-graphql': 'prettier/plugins/graphql',
    },
    // Monaco's modules import the very rules that GraphiQL's own style sheet already carries.
    loader: { '.css': 'empty' },
  });
}

function bundleStyle() {
  return build({ ...shared, entryPoints: { main: `${here}explorer/explorer.css` } });
}

// Monaco starts its workers as classic scripts, which can neither import nor share chunks.
function bundleWorkers() {
  return build({
    ...shared,
    entryPoints: {
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
    format: 'iife',
  });
}

/** Puts a compressed copy of each file beside it, which the server sends to browsers that take it. */
function compressAll() {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  for (const name of readdirSync(outdir)) {
    if (!/\.(js|css)$/.test(name)) continue;
    const content = readFileSync(`${outdir}/${name}`);
    writeFileSync(`${outdir}/${name}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${outdir}/${name}.gz`, gzipSync(content));
  }
}

if (!existsSync(page) || modified(page) <= newestInput()) {
  rmSync(outdir, { recursive: true, force: true });
  await Promise.all([bundleScript(), bundleStyle(), bundleWorkers()]);
  compressAll();
  // Written last, because its age is what tells a finished build from an interrupted one.
  copyFileSync(`${here}explorer/index.html`, page);
}
