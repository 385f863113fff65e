import type { Field, Resource } from '../../catalog/model/catalog.js';
import type { Capabilities } from '../../source/capabilities.js';
import { operatorsIn, type Condition } from '../model/condition.js';
import type { Reason } from '../model/decisions.js';
import { unsupportedOperators, operatorsOf } from '../model/operators.js';
import { uses, type Reach, type Use } from '../model/use.js';

/** What a source cannot do for a field or resource, as explanations tell it. */
interface Lack {
  readonly what: string;
  readonly isThere: boolean;
}

function compares(field: Field, capabilities: Capabilities): Lack {
  const missing = unsupportedOperators(capabilities, operatorsOf(field));
  return { what: `compare by ${missing.join(', ')}`, isThere: missing.length > 0 };
}

/** What each use asks of a source, where that is anything. */
function lackFor(use: Use, field: Field, capabilities: Capabilities): Lack {
  const { tests, canOrder, canGroup } = capabilities;
  switch (use) {
    case 'FILTER':
      return compares(field, capabilities);
    case 'SORT':
      return { what: 'order', isThere: !canOrder };
    case 'GROUP':
      return { what: 'group', isThere: !canGroup };
    case 'LOOKUP':
    case 'JOIN':
    case 'VERIFY':
      return { what: 'find rows by keys', isThere: !tests.has('in') };
  }
}

/** The uses of a field that its source can serve; and what the source cannot do, where it lacks some. */
export function usesAtSource(
  field: Field,
  capabilities: Capabilities,
): { readonly uses: ReadonlySet<Use>; readonly lacks: readonly string[] } {
  const lacks = uses.map((use) => ({ use, ...lackFor(use, field, capabilities) }));
  return {
    uses: new Set(lacks.flatMap(({ use, isThere }) => (isThere ? [] : use))),
    lacks: [...new Set(lacks.flatMap(({ what, isThere }) => (isThere ? what : [])))],
  };
}

/** What each reach asks of a source, where that is anything. */
function lackForReach(reach: Reach, { tests, canOrder, canGroup }: Capabilities): Lack {
  switch (reach) {
    case 'LIST': {
      // A page begins behind a cursor: behind values, or behind none.
      const canPage = (['in', 'lt', 'gt', 'isNull'] as const).every((test) => tests.has(test));
      return { what: 'page', isThere: !canOrder || !canPage };
    }
    case 'STATISTICS':
      return { what: 'group', isThere: !canGroup };
    case 'LOOKUP':
    case 'LINKED':
    case 'VERIFY':
    case 'EXPORT':
      return { what: 'find rows by keys', isThere: !tests.has('in') };
  }
}

/** The reach that a resource's source cannot serve, each with its reason. */
export function reachBeyondSource(
  { capabilities }: Resource,
  granted: ReadonlySet<Reach>,
): ReadonlyMap<Reach, Reason> {
  const reasons = [...granted].flatMap((reach): [Reach, Reason][] => {
    const { what, isThere } = lackForReach(reach, capabilities);
    if (!isThere) return [];
    return [[reach, { step: 'ceiling', by: `its source cannot ${what}`, result: `no ${reach}` }]];
  });
  return new Map(reasons);
}

/** Why a source cannot keep to a row scope, so that nothing of its resource may be had; null where it can. */
export function whyScopeCannotHold({ capabilities }: Resource, scope: Condition): Reason | null {
  const missing = unsupportedOperators(capabilities, operatorsIn(scope));
  if (missing.length === 0) return null;
  const by = `its source cannot compare by ${[...new Set(missing)].join(', ')}, as its row scope does`;
  return { step: 'ceiling', by, result: 'nothing' };
}
