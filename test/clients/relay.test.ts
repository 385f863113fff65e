import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getSingularSelector,
  Network,
  RecordSource,
  Store,
  type ConcreteRequest,
  type ReaderFragment,
} from 'relay-runtime';

import { projectDir } from '../../src/start/projectDir.js';
import { asFund, type As } from '../support/testGateway.js';

import { namesShown, openServed, type Served } from './openServed.js';
import { ask, compile, introspect, type Compiled } from './relayCompiler.js';

const page = `
  graphql\`
    query ModuleQuery($count: Int!) {
      ...Module_page @arguments(count: $count)
    }
  \`;
  graphql\`
    fragment Module_page on Query
    @argumentDefinitions(count: { type: "Int" }, cursor: { type: "String" })
    @refetchable(queryName: "ModulePageQuery") {
      residents(first: $count, after: $cursor) @connection(key: "Module_residents") {
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
    query ModuleQuery($idNo: ID!, $count: Int, $cursor: String) {
      resident(idNo: $idNo) {
        name
        insurance(first: $count, after: $cursor) @connection(key: "Module_insurance") {
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

let served: Served;
let schema: string;
let compiled: Compiled;
beforeAll(async () => {
  served = await openServed();
  schema = await introspect(served, asFund);
  compiled = compile(schema, page);
});
afterAll(async () => {
  await served.close();
  compiled.remove();
});

describe('the Relay compiler', () => {
  it('compiles pages over the schema that a requester gets by introspection', () => {
    const { status, said, made } = compiled;
    expect([status, said]).toEqual([0, expect.not.stringMatching(/error/i)]);
    expect(made()).toEqual([
      'ModulePageQuery.graphql.js',
      'ModuleQuery.graphql.js',
      'Module_page.graphql.js',
    ]);
  });

  it('and over the one that `tongdao schema` prints, with its masks', () => {
    const example = join(projectDir, 'examples', 'housing-fund-desk', 'schema.graphql');
    const { status, said, made, remove } = compile(readFileSync(example, 'utf8'), desk);
    expect([status, said]).toEqual([0, expect.not.stringMatching(/error/i)]);
    expect(made()).toEqual(['ModuleQuery.graphql.js']);
    remove();
  });

  it('tells of a field that the contract does not hold', () => {
    const { status, said, remove } = compile(schema, page.replace('idNo', 'faith'));
    expect(status).not.toBe(0);
    expect(said).toContain('`faith`');
    remove();
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

/** An app of Relay: its store, and what its fragment shows of it. */
async function openApp(server: Served, as: As = asFund) {
  const query = await compiled.artifact<ConcreteRequest>('ModuleQuery');
  const nextPage = await compiled.artifact<ConcreteRequest>('ModulePageQuery');
  const fragment = await compiled.artifact<ReaderFragment>('Module_page');
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
