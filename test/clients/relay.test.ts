import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  getIntrospectionQuery,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getSingularSelector,
  Network,
  RecordSource,
  Store,
  type ConcreteRequest,
  type GraphQLResponse,
  type ReaderFragment,
} from 'relay-runtime';

import { projectDir } from '../../src/start/projectDir.js';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { asFund, type As } from '../support/testGateway.js';

import { namesShown, openServed, type Served } from './openServed.js';

const require = createRequire(import.meta.url);

let served: Served;
const folder = temporaryFolder();
beforeAll(async () => {
  served = await openServed();
});
afterAll(async () => {
  await served.close();
  folder.remove();
});

/** What Relay's network layer is: a function that sends a text and gives what came back. */
async function ask({ url, headersOf }: Served, as: As, query: string, variables: object = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await headersOf(as)) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphQLResponse;
}

const page = `
  graphql\`
    query ResidentsQuery($count: Int!) {
      ...Residents_page @arguments(count: $count)
    }
  \`;
  graphql\`
    fragment Residents_page on Query
    @argumentDefinitions(count: { type: "Int" }, cursor: { type: "String" })
    @refetchable(queryName: "ResidentsPageQuery") {
      residents(first: $count, after: $cursor) @connection(key: "Residents_residents") {
        edges {
          node {
            idNo
            name
            division @catch {
              code
              name
            }
          }
        }
      }
    }
  \`;
`;

const desk = `
  graphql\`
    query ResidentsDeskQuery($idNo: ID!, $count: Int, $cursor: String) {
      resident(idNo: $idNo) {
        name
        insurance(first: $count, after: $cursor) @connection(key: "Residents_insurance") {
          edges {
            node {
              status
            }
          }
        }
      }
    }
  \`;
`;

/** Runs the compiler over one module, in a folder whose package it is. */
function compile(dir: string, schema: string, module: string) {
  const write = (file: string, text: string) => {
    writeFileSync(join(dir, file), text);
  };
  write('package.json', '{ "type": "module" }');
  write('schema.graphql', schema);
  write(
    'relay.config.json',
    '{ "src": ".", "schema": "schema.graphql", "language": "javascript" }',
  );
  write('Residents.js', module);
  const compiler = require.resolve('relay-compiler/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, 'relay.config.json'], {
    cwd: dir,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('the Relay compiler', () => {
  it('compiles pages over the schema that a requester gets by introspection', async () => {
    const { data } = (await ask(served, asFund, getIntrospectionQuery())) as unknown as {
      readonly data: IntrospectionQuery;
    };
    const { status, said } = compile(folder.dir, printSchema(buildClientSchema(data)), page);
    expect([status, said]).toEqual([0, expect.not.stringContaining('Error')]);
    expect(readdirSync(join(folder.dir, '__generated__')).sort()).toEqual([
      'ResidentsPageQuery.graphql.js',
      'ResidentsQuery.graphql.js',
      'Residents_page.graphql.js',
    ]);
  });

  it('and over the one that the command line prints, with its masks', () => {
    const example = join(projectDir, 'examples', 'housing-fund-desk', 'schema.graphql');
    const { dir, remove } = temporaryFolder();
    try {
      const { status, said } = compile(dir, readFileSync(example, 'utf8'), desk);
      expect([status, said]).toEqual([0, expect.not.stringContaining('Error')]);
      expect(readdirSync(join(dir, '__generated__'))).toEqual(['ResidentsDeskQuery.graphql.js']);
    } finally {
      remove();
    }
  });

  it('tells of a field that the contract does not hold', () => {
    const { dir, remove } = temporaryFolder();
    try {
      const schema = readFileSync(join(folder.dir, 'schema.graphql'), 'utf8');
      const { status, said } = compile(dir, schema, page.replace('idNo', 'faith'));
      expect(status).not.toBe(0);
      expect(said).toContain('`faith`');
    } finally {
      remove();
    }
  });
});

interface Rows {
  readonly residents: {
    readonly edges: readonly {
      readonly node: { readonly idNo: string; readonly name: string; readonly division: object };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

async function compiled<Artifact>(name: string): Promise<Artifact> {
  const file = join(folder.dir, '__generated__', `${name}.graphql.js`);
  return ((await import(file)) as { readonly default: Artifact }).default;
}

/** An app of Relay: its store, and what its fragment shows of it. */
async function openApp(server: Served, as: As = asFund) {
  const query = await compiled<ConcreteRequest>('ResidentsQuery');
  const nextPage = await compiled<ConcreteRequest>('ResidentsPageQuery');
  const fragment = await compiled<ReaderFragment>('Residents_page');
  const environment = new Environment({
    network: Network.create(({ text }, variables) => ask(server, as, text ?? '', variables)),
    store: new Store(new RecordSource()),
  });
  const operation = createOperationDescriptor(query, { count: 4 });
  environment.retain(operation);
  return {
    load: () => fetchQuery(environment, query, { count: 4 }).toPromise(),
    loadNext: (cursor: string) =>
      fetchQuery(environment, nextPage, { count: 4, cursor }).toPromise(),
    shown: () => {
      const { data } = environment.lookup(operation.fragment);
      const selector = getSingularSelector(fragment, data);
      return (environment.lookup(selector).data as unknown as Rows).residents;
    },
  };
}

describe('an app of Relay', () => {
  const namesOf = ({ edges }: Rows['residents']) => edges.map(({ node }) => node.name);

  it('shows a list with masked values and links, its pages merged, and mixes nobody', async () => {
    const app = await openApp(served);
    await app.load();
    expect(namesOf(app.shown())).toEqual(namesShown.slice(0, 4));
    await app.loadNext(app.shown().pageInfo.endCursor);
    const rows = app.shown();
    expect(namesOf(rows)).toEqual(namesShown);
    expect(rows.pageInfo.hasNextPage).toBe(false);
    expect(rows.edges[0]?.node).toMatchObject({
      idNo: '370***********1233',
      name: '张*三',
      division: { ok: true, value: { code: '370202', name: '市南区' } },
    });
    expect(rows.edges.at(-1)?.node.idNo).toBe(rows.edges[0]?.node.idNo);
  });

  it('shows the error of a part beside the rest, where a source is down', async () => {
    const broken = await openServed();
    try {
      await broken.world.alter('divisions', 'DROP TABLE area');
      const app = await openApp(broken);
      await app.load();
      const { edges } = app.shown();
      expect(edges[0]?.node).toMatchObject({ name: '张*三', division: { ok: false } });
    } finally {
      await broken.close();
    }
  });

  it('shows the code of a refusal', async () => {
    const app = await openApp(served, { client: 'school', purpose: 'withdrawal' });
    await expect(app.load()).rejects.toMatchObject({
      source: { errors: [{ extensions: { code: 'PURPOSE_NOT_VALID' } }] },
    });
  });
});
