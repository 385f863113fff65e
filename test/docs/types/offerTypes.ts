import { parse } from 'graphql';

import { compileCatalog } from '../../../src/catalog/compile/compileCatalog.js';
import { CatalogError } from '../../../src/catalog/fault/catalogError.js';
import type { Catalog } from '../../../src/catalog/model/catalog.js';
import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import { Exchange } from '../../../src/exchange/exchange.js';
import { defaultLimits } from '../../../src/exchange/exchangeLimits.js';
import type { SourceName } from '../../../src/shared/brand.js';
import type { Connector } from '../../../src/source/connector.js';
import type { SourceShape } from '../../../src/source/sourceShape.js';

import { vocabulary } from './openTypes.js';

const source = 'types' as SourceName;

/** Writes one type of a catalog over a table. */
export function typeOver(name: string, table: string, fields: readonly string[], by = ''): string {
  return `type ${name} @resource(code: "${name}", title: "${name}", table: "${table}", updateCycle: DAILY${by})
    @share(attribute: CONDITIONAL, condition: "x", basis: "某法 第一条") @classify(level: L1, category: GENERAL) {
    ${fields.join('\n    ')}
  }`;
}

/** What the checker says of types over a source: a catalog, or the messages of its faults. */
export function offered(shape: SourceShape, types: readonly string[]): Catalog | readonly string[] {
  const text = [`extend schema @catalog(agency: "owner", source: "${source}")`, ...types].join(
    '\n',
  );
  try {
    return compileCatalog({
      vocabulary,
      texts: [{ file: 'types.graphql', text }],
      shapes: new Map([[source, shape]]),
    });
  } catch (error) {
    if (error instanceof CatalogError) return error.faults.map(({ message }) => message);
    throw error;
  }
}

/** Asks for a part of what somebody is granted. */
export type Ask = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<{ readonly data: unknown; readonly errors: readonly string[] }>;

const uses = ['LOOKUP', 'FILTER', 'SORT', 'GROUP', 'JOIN'] as const;

/** The stages of the gateway over one source, for somebody who is granted all that is offered. */
export function askerOf(catalog: Catalog, connector: Connector): Ask {
  const resources = [...catalog.resources.values()].map(({ name, fields, links }) => [
    name,
    {
      reach: ['LOOKUP', 'LIST', 'LINKED'],
      fields: Object.fromEntries(
        [...fields.values()].map((field) => [field.name, field.mask ? {} : { uses }]),
      ),
      links: [...links.keys()],
    },
  ]);
  const policy = {
    clients: [{ id: 'app', agency: 'asking', keys: [] }],
    grants: [
      {
        ...{ id: 'G', client: 'app', purpose: 'p', validUntil: '2099-12-31T00:00:00Z' },
        resources: Object.fromEntries(resources) as unknown,
      },
    ],
    rules: [],
  };
  const snapshot = readPolicy(JSON.stringify(policy), catalog);
  const client = [...snapshot.clients.values()][0]!;
  const exchange = new Exchange({
    catalog: { current: () => catalog },
    policy: { current: () => snapshot },
    identity: {
      identify: () =>
        Promise.resolve({
          ...{ kind: 'client', client: client.id, agency: client.agency },
          attributes: client.attributes,
        } as const),
    },
    connectors: new Map([[source, connector]]),
    limits: defaultLimits,
    cursorKey: new Uint8Array(64).fill(7),
    hashKeys: { keyOf: () => new Uint8Array(32) },
    draw: () => 0,
    conceal: () => 'somebody',
    subjects: {
      charge: () => Promise.resolve({ kind: 'counted', noticed: [] }),
      raised: () => Promise.resolve(),
    },
    now: () => Date.parse('2026-11-29T00:00:00Z'),
  });
  return async (query, variables = {}) => {
    const admission = await exchange.admit({ authorization: 'app', purpose: 'p' });
    const { data, errors } = await exchange.answer(admission, {
      ...{ document: parse(query), documentHash: query, operationName: null, variables },
      occasion: { actingUser: 'somebody', caseReference: null },
    });
    return {
      // As a client receives it.
      data: JSON.parse(data?.toString() ?? 'null') as unknown,
      errors: errors.map(({ code }) => code),
    };
  };
}
