import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  Network,
  RecordSource,
  Store,
  type ConcreteRequest,
} from 'relay-runtime';

import { readCatalogs } from '../../src/start/readCatalogs.js';
import { testCatalogDir } from '../support/testCatalogs.js';
import { asFund } from '../support/testGateway.js';

import { documentedOptions } from './documentedOptions.js';
import { openServed, type Served } from './openServed.js';
import { ask, compile, introspect, type Compiled } from './relayCompiler.js';

const module = `
  graphql\`
    query ModuleQuery {
      province(id: "37") {
        name
      }
      city(id: "37") {
        name
      }
    }
  \`;
`;

/** The tests' catalogs, with provinces and cities whose keys are named `id`. */
async function catalogsOfIds() {
  const catalogs = await readCatalogs(testCatalogDir);
  return catalogs.map(({ file, text }) => ({
    file,
    text: text
      .replace(
        /(type (?:Province|City)\b[^{}]*\{[^{}]*?)code: ID! @key/g,
        '$1id: ID! @key @column(name: "code")',
      )
      .replace(/(from: "(?:province|city)Code", to: )"code"/g, '$1"id"'),
  }));
}

let served: Served;
let compiled: Compiled;
beforeAll(async () => {
  served = await openServed({ catalogs: await catalogsOfIds() });
  await served.world.alter('divisions', `INSERT INTO city VALUES ('37', '北岛市', '37')`);
  compiled = compile(await introspect(served, asFund), module);
});
afterAll(async () => {
  await served.close();
  compiled.remove();
});

async function shownBy(options: object) {
  const query = await compiled.artifact<ConcreteRequest>('ModuleQuery');
  const environment = new Environment({
    network: Network.create(({ text }) => ask(served, asFund, text ?? '')),
    store: new Store(new RecordSource()),
    ...options,
  });
  const operation = createOperationDescriptor(query, {});
  environment.retain(operation);
  await fetchQuery(environment, query, {}).toPromise();
  return environment.lookup(operation.fragment).data;
}

it('Relay keeps rows of two types apart whose `id` is one, by the line for it', async () => {
  expect(await shownBy(documentedOptions('… with a field `id`'))).toMatchObject({
    province: { name: '山东省' },
    city: { name: '北岛市' },
  });
});

it('Relay would mix them without, and warn of it', async () => {
  const warned = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await shownBy({})).toMatchObject({
    province: { name: '北岛市' },
    city: { name: '北岛市' },
  });
  expect(warned).toHaveBeenCalledWith(expect.stringContaining('globally unique id'));
  warned.mockRestore();
});
