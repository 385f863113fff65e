import type { FieldNode } from 'graphql';

import type { Field } from '../../catalog/model/catalog.js';
import { argumentNames, rootNames } from '../../catalog/model/rootNames.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Filter } from '../../source/request/filter.js';
import type { Key } from '../../source/request/key.js';
import { toAskedKeys } from '../facts/askedKeys.js';
import { highestLevel } from '../facts/highestLevel.js';
import { readsFor } from '../facts/reads.js';
import { maxVerifications } from '../limits.js';
import { collectEntries } from '../operation/collectEntries.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { PlanBinder } from '../planBinder.js';
import type { PlanContext } from '../planContext.js';
import type { BoundRootOf, RootFacts, RootPlanner } from '../rootPlanner.js';
import { bindKey, bindKeys } from '../rows/bindKeys.js';
import { ColumnList } from '../rows/columnList.js';
import type { KeyedFetch } from '../rows/fetch.js';
import { openKeyedFetch } from '../rows/openFetch.js';
import type { TypenameEntry } from '../rows/rowShape.js';

/** A field that is compared with a claim, and the index of its value in a row. */
export interface ClaimEntry {
  readonly field: Field;
  readonly index: number;
}

export type VerificationField = 'result' | 'mismatches';

export type VerificationEntry =
  | TypenameEntry
  | { readonly kind: 'verificationField'; readonly key: string; readonly field: VerificationField };

/**
 * Verifies claims about one person or body, or about many. The key and the claimed fields are read
 * and compared here, so a statement holds none of the claimed values except the key.
 */
export interface VerifyStep extends KeyedFetch {
  readonly kind: 'verify';
  readonly key: string;
  readonly node: FieldNode;
  readonly decision: ResourceDecision;
  readonly claims: readonly ClaimEntry[];
  readonly tellsNotFound: boolean;
  readonly isBatch: boolean;
  readonly entries: readonly VerificationEntry[];
}

/** The claims about the holder of a key, by field. */
export interface Claimed {
  readonly key: Key;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface BoundVerify extends BoundRootOf<'verify', VerifyStep> {
  /** In the order asked. */
  readonly claimed: readonly Claimed[];
  readonly scope: Filter;
}

type Given = Readonly<Record<string, unknown>>;

/** The name of the type that a root field returns. */
function outputName({ contract }: PlanContext, name: string): string {
  const type = contract.schema.getQueryType()?.getFields()[name]?.type.toString() ?? '';
  return type.replaceAll(/[[\]!]/g, '');
}

/** Binds the keys, in the order asked, with the claims about each. */
function bindClaims(step: VerifyStep, { context, variables }: PlanBinder): readonly Claimed[] {
  const { node, decision, to, isBatch } = step;
  const { key } = decision.resource;
  const given = fieldArguments('Query', node, context.contract, variables);
  const field = node.name.value;
  // The contract's schema takes an object of claims, or a list of objects with a key and claims.
  const claimsOf = (stated: Given) => stated[argumentNames.claims] as Claimed['claims'];
  if (!isBatch) {
    return [{ key: bindKey(to, key, given, field), claims: claimsOf(given) }];
  }
  const items = given[argumentNames.claims] as readonly Given[];
  const keys = items.map((item) => key.map((part) => item[part]));
  const bound = bindKeys(to, keys, `"${argumentNames.claims}" of "${field}"`, maxVerifications);
  return items.flatMap((item, index): Claimed[] => {
    const parameter = bound[index];
    return parameter === undefined ? [] : [{ key: parameter, claims: claimsOf(item) }];
  });
}

function bindFacts({ decision, claims }: VerifyStep, claimed: readonly Claimed[]): RootFacts {
  const { resource } = decision;
  const fields = claims.map(({ field }) => field);
  return {
    cost: Math.max(claimed.length, 1),
    reads: readsFor(
      'VERIFY',
      resource.name,
      fields.map(({ name }) => name),
    ),
    lookupLevel: highestLevel([resource.level, ...fields.map(({ level }) => level)]),
    subjects: toAskedKeys(
      resource,
      claimed.map(({ key }) => key),
    ),
  };
}

export const verify: RootPlanner<VerifyStep, BoundVerify> = {
  compile({ context, decision, key, node, nodes }) {
    const { verification, resource } = decision;
    if (!verification) throw new TypeError('a resource without verification is verified');
    const columns = new ColumnList();
    const keyed = openKeyedFetch(context, decision, columns);
    const claims = verification.claims.map((field) => ({
      field,
      index: columns.indexOf(field.column),
    }));
    const name = node.name.value;
    const entries = collectEntries(context, nodes).map((entry): VerificationEntry => {
      if (entry.name === '__typename') {
        return { kind: 'typename', key: entry.key, name: outputName(context, name) };
      }
      // Validation has let only the fields of the contract's type through.
      const field = entry.name as VerificationField;
      return { kind: 'verificationField', key: entry.key, field };
    });
    const isBatch = name === rootNames.batchVerify(resource);
    const { tellNotFound: tellsNotFound } = verification;
    return {
      kind: 'verify',
      key,
      node,
      decision,
      ...keyed,
      claims,
      tellsNotFound,
      isBatch,
      entries,
    };
  },

  bind(step, binder) {
    const claimed = bindClaims(step, binder);
    const scope = binder.scopeOf(step.fetch);
    return { kind: 'verify', step, claimed, scope, facts: bindFacts(step, claimed) };
  },
};
