import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import {
  buildClientSchema,
  getIntrospectionQuery,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import type { GraphQLResponse } from 'relay-runtime';

import { temporaryFolder } from '../support/temporaryFolder.js';
import type { As } from '../support/testGateway.js';

import type { Served } from './openServed.js';

const require = createRequire(import.meta.url);

/** What Relay's network layer is: a function that sends a text and gives what came back. */
export async function ask(
  { url, headersOf }: Pick<Served, 'url' | 'headersOf'>,
  as: As,
  query: string,
  variables: object = {},
): Promise<GraphQLResponse> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await headersOf(as)) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphQLResponse;
}

/** The schema of a requester, as introspection tells it. */
export async function introspect(served: Pick<Served, 'url' | 'headersOf'>, as: As) {
  const answer = await ask(served, as, getIntrospectionQuery());
  const { data } = answer as unknown as { readonly data: IntrospectionQuery };
  return printSchema(buildClientSchema(data));
}

/** Runs the Relay compiler over one module, `Module.js`, in a package of its own. */
export function compile(schema: string, module: string) {
  const { dir, remove } = temporaryFolder();
  const options = { src: '.', schema: 'schema.graphql', language: 'javascript' };
  const files = {
    'package.json': '{ "type": "module" }',
    'schema.graphql': schema,
    'relay.config.json': JSON.stringify(options),
    'Module.js': module,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text);
  const compiler = require.resolve('relay-compiler/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, 'relay.config.json'], {
    cwd: dir,
    encoding: 'utf8',
  });
  const artifacts = join(dir, '__generated__');
  return {
    status,
    said: stdout + stderr,
    /** The names of what it made, in order. */
    made: () => readdirSync(artifacts).sort(),
    artifact: async <Artifact>(name: string): Promise<Artifact> => {
      const file = join(artifacts, `${name}.graphql.js`);
      return ((await import(file)) as { readonly default: Artifact }).default;
    },
    remove,
  };
}

export type Compiled = ReturnType<typeof compile>;
