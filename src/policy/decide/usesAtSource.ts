import type { Field, Resource } from '../../catalog/model/catalog.js';
import type { Capabilities } from '../../source/capabilities.js';
import { scalarTypes } from '../../value/scalarTypes.js';
import type { Reason } from '../model/decisions.js';
import { unsupportedOperators, operatorsOf } from '../model/operators.js';
import { uses, type Reach, type Use } from '../model/use.js';

/** A thing that a use or reach needs, in words for explain, and whether the source lacks it. */
interface Lack {
  readonly what: string;
  readonly isLacking: boolean;
}

function compares(field: Field, capabilities: Capabilities): Lack {
  const missing = unsupportedOperators(capabilities, operatorsOf(field));
  return { what: `compare by ${missing.join(', ')}`, isLacking: missing.length > 0 };
}

/** What a use needs of its source. */
function lackFor(use: Use, field: Field, capabilities: Capabilities): Lack {
  const { tests, canOrder, canGroup } = capabilities;
  // A list is asked for what it holds, and by nothing else.
  const isAsked = use === 'FILTER' && operatorsOf(field).length > 0;
  if (!scalarTypes[field.type].isCompared && !isAsked) {
    return { what: `compare ${field.type}`, isLacking: true };
  }
  switch (use) {
    case 'FILTER':
      return compares(field, capabilities);
    case 'SORT':
      return { what: 'order', isLacking: !canOrder };
    case 'GROUP':
      return { what: 'group', isLacking: !canGroup };
    case 'LOOKUP':
    case 'JOIN':
    case 'VERIFY':
      return { what: 'find rows by keys', isLacking: !tests.has('in') };
  }
}

/** The uses of a field that its source can serve, and in words what the source cannot do. */
export function usesAtSource(
  field: Field,
  capabilities: Capabilities,
): { readonly uses: ReadonlySet<Use>; readonly lacks: readonly string[] } {
  const lacks = uses.map((use) => ({ use, ...lackFor(use, field, capabilities) }));
  return {
    uses: new Set(lacks.flatMap(({ use, isLacking }) => (isLacking ? [] : use))),
    lacks: [...new Set(lacks.flatMap(({ what, isLacking }) => (isLacking ? what : [])))],
  };
}

/** What a reach needs of its source. */
function lackForReach(reach: Reach, { tests, canOrder, canGroup }: Capabilities): Lack {
  switch (reach) {
    case 'LIST':
    case 'EXPORT': {
      // A page begins after the values of a cursor, and these may be null.
      const canPage = (['in', 'lt', 'gt', 'isNull'] as const).every((test) => tests.has(test));
      return { what: 'page', isLacking: !canOrder || !canPage };
    }
    case 'STATISTICS':
      return { what: 'group', isLacking: !canGroup };
    case 'LOOKUP':
    case 'LINKED':
    case 'VERIFY':
      return { what: 'find rows by keys', isLacking: !tests.has('in') };
  }
}

/** The reaches that a resource's source cannot serve, each with its reason. */
export function reachBeyondSource(
  { capabilities }: Resource,
  granted: ReadonlySet<Reach>,
): ReadonlyMap<Reach, Reason> {
  const reasons = [...granted].flatMap((reach): [Reach, Reason][] => {
    const { what, isLacking } = lackForReach(reach, capabilities);
    if (!isLacking) return [];
    return [[reach, { step: 'ceiling', by: `its source cannot ${what}`, result: `no ${reach}` }]];
  });
  return new Map(reasons);
}
