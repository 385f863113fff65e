import type { Catalog } from '../../../src/catalog/model/catalog.js';
import { compileContract } from '../../../src/contract/compileContract.js';
import type { Admitted } from '../../../src/explain/admit.js';
import { decide } from '../../../src/policy/decide/decide.js';
import type { Attributes } from '../../../src/policy/model/requester.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import { clientOf, grantOf, purpose, type Granted } from '../support/deciding.js';

/** The client `school`, let in for its purpose. */
export function explainedFor(
  catalog: Catalog,
  granted: Granted,
  rules: readonly Rule[] = [],
  attributes: Attributes = new Map(),
): Admitted {
  const grant = grantOf(granted);
  const requester = clientOf('school', Object.fromEntries(attributes));
  const decisions = decide({ catalog, rules, requester, purpose, grant });
  const contract = compileContract(decisions, catalog.version);
  return { requester, purpose, grant, revision: 'r', contract, decisions };
}
