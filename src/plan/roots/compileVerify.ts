import type { FieldNode } from 'graphql';

import type { ResourceDecision } from '../../policy/model/decisions.js';
import { collectFields, selectionSetsOf } from '../operation/collectFields.js';
import type { VerificationEntry, VerificationField, VerifyRoot } from '../queryPlan.js';
import { ColumnList, openFetch, openKey, type PlanContext } from '../rows/planContext.js';

/** The name of the type that a root field of the contract answers with. */
function outputName({ contract }: PlanContext, name: string): string {
  const type = contract.schema.getQueryType()?.getFields()[name]?.type.toString() ?? '';
  return type.replaceAll(/[[\]!]/g, '');
}

/**
 * Compiles a verification: the key and what is claimed are read, to be compared here. Of these
 * values no statement holds any but the key.
 */
export function compileVerify(
  context: PlanContext,
  decision: ResourceDecision,
  key: string,
  nodes: readonly FieldNode[],
  isBatch: boolean,
): VerifyRoot {
  const { verification } = decision;
  const [node] = nodes;
  if (!verification || !node) throw new TypeError('a resource without verification is verified');
  const columns = new ColumnList();
  const { to, toIndex } = openKey(decision, columns);
  const claims = verification.claims.map((field) => ({
    field,
    index: columns.indexOf(field.column),
  }));
  const fetch = openFetch(context, decision, columns);
  const collected = collectFields(context.resolved, selectionSetsOf(nodes), context.inclusion);
  const entries = [...collected].map(([entryKey, [inner]]): VerificationEntry => {
    const name = inner?.name.value;
    if (name === '__typename') {
      return { kind: 'typename', key: entryKey, name: outputName(context, node.name.value) };
    }
    // Validation has left the fields of the contract's type only.
    return { kind: 'verificationField', key: entryKey, field: name as VerificationField };
  });
  return {
    kind: 'verify',
    key,
    node,
    decision,
    fetch,
    to,
    toIndex,
    claims,
    tellsNotFound: verification.tellNotFound,
    isBatch,
    entries,
  };
}
