import type { Catalog } from '../../../src/catalog/model/catalog.js';
import { defaultLimits } from '../../../src/exchange/exchangeLimits.js';
import { admit, type Admitted } from '../../../src/explain/admit.js';
import type { ExplainParts } from '../../../src/explain/exchangeFor.js';
import { deriveAnswerKeys } from '../../../src/keys/deriveKey.js';
import type { Attributes } from '../../../src/policy/model/requester.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import type { AgencyCode, ClientId, SourceName } from '../../../src/shared/brand.js';
import { fullCapabilities } from '../../../src/source/capabilities.js';
import type { Connector } from '../../../src/source/connector.js';
import type { Dialect } from '../../../src/sources/sql/dialect.js';
import { compileRequest } from '../../../src/sources/sql/select/compileRequest.js';
import { grantOf, purpose, type Granted } from '../support/deciding.js';

/** When everything is asked. */
const now = Date.parse('2026-11-25T00:00:00Z');
const school = 'school' as ClientId;

/** What decides of the client `school`, under one grant. */
export function explainedBy(
  catalog: Catalog,
  granted: Granted,
  rules: readonly Rule[] = [],
  attributes: Attributes = new Map(),
  connectors: ExplainParts['connectors'] = new Map(),
): ExplainParts {
  const grant = grantOf(granted);
  const client = { id: school, agency: 'qd-education' as AgencyCode, attributes, keys: [] };
  return {
    catalog,
    connectors,
    limits: defaultLimits,
    ...deriveAnswerKeys(new Uint8Array(32)),
    snapshot: {
      revision: 'r',
      clients: new Map([[school, client]]),
      grants: new Map([[school, new Map([[purpose, grant]])]]),
      rules,
    },
  };
}

/** The client `school`, let in for its purpose. */
export function schoolUnder(explained: ExplainParts): Promise<Admitted> {
  return admit(explained, { as: school, purpose }, null, now);
}

/** Connectors that write statements, and fail the test where they are asked for anything. */
export function silentConnectors(
  { resources }: Catalog,
  dialect: Dialect,
): ReadonlyMap<SourceName, Connector> {
  const asked = () => Promise.reject(new Error('a source was asked'));
  const connector: Connector = {
    capabilities: fullCapabilities,
    places: { light: 1, heavy: 1 },
    shape: asked,
    sizes: asked,
    fetch: asked,
    aggregate: asked,
    close: asked,
    explain: (request) => compileRequest(request, dialect)?.sql ?? null,
  };
  const sources = [...resources.values()].map(({ source }) => source);
  return new Map<SourceName, Connector>(sources.map((source) => [source, connector]));
}
