import { parse } from 'graphql';

import type { Contract } from '../../../src/contract/contract.js';
import { defaultLimits } from '../../../src/exchange/exchangeLimits.js';
import { pageRequest } from '../../../src/execute/pageRequest.js';
import { drawUnder } from '../../../src/keys/drawUnder.js';
import { HashKeys } from '../../../src/keys/hashKeys.js';
import { bind } from '../../../src/plan/bind.js';
import type { BindContext } from '../../../src/plan/bindContext.js';
import type { BoundPlan } from '../../../src/plan/boundPlan.js';
import { type Limits } from '../../../src/plan/limits.js';
import { bindVariables, type Variables } from '../../../src/plan/operation/bindVariables.js';
import {
  resolveOperation,
  type ResolvedOperation,
} from '../../../src/plan/operation/resolveOperation.js';
import type { BoundList } from '../../../src/plan/page/boundList.js';
import { prepare, type PreparedOperation } from '../../../src/plan/prepare.js';
import type { QueryPlan } from '../../../src/plan/queryPlan.js';
import { allOf, type Filter } from '../../../src/source/request/filter.js';
import { clientOf, contractFor, grantOf, purpose, type Granted } from '../support/deciding.js';
import type { Refusal } from '../support/refusal.js';
import { testCatalog } from '../support/testCatalog.js';

/** A school's: names and dates in clear, IDs masked, the address withheld, its own districts. */
export const school: Granted = {
  Resident: {
    reach: ['LOOKUP', 'LIST'],
    fields: {
      idNo: { form: { mask: { rule: 'ID_NUMBER' } }, uses: ['LOOKUP'] },
      name: { form: 'CLEAR', approvedBy: ['PROVIDER'] },
      birthDate: { form: 'CLEAR', approvedBy: ['PROVIDER'] },
      divisionCode: { uses: ['FILTER', 'JOIN'] },
    },
    links: ['division'],
    rows: {
      kind: 'in',
      field: 'divisionCode',
      operand: { kind: 'requester', attribute: 'districts' },
    },
  },
};

export const contract = contractFor(testCatalog, school);

export function resolved(query: string, operationName: string | null = null): ResolvedOperation {
  const found = resolveOperation(parse(query), operationName);
  if (found.kind === 'unresolved') throw found.error;
  return found;
}

/** The operation as its contract and the limits let it through. */
export function prepared(
  query: string,
  under: Contract = contract,
  operationName: string | null = null,
): PreparedOperation {
  const operation = prepare(under, parse(query), operationName, defaultLimits);
  if (operation.kind === 'refused') throw operation.errors[0];
  return operation;
}

/** Why an operation is not let through; empty where it is. */
export function refusals(
  query: string,
  under: Contract = contract,
  limits: Partial<Limits> = {},
): readonly Refusal[] {
  const operation = prepare(under, parse(query), null, { ...defaultLimits, ...limits });
  if (operation.kind === 'prepared') return [];
  return operation.errors.map(({ code, message }) => ({ code, message }));
}

export function planOf(
  query: string,
  variables: Variables = {},
  under: Contract = contract,
): QueryPlan {
  return prepared(query, under).planFor(variables);
}

/** The columns that each fetch of a plan reads, by table, in the order of the fetches. */
export function columnsOf({ fetches }: QueryPlan): readonly string[] {
  return fetches.map(
    ({ table, columns }) => `${table}: ${columns.map(({ name }) => name).join(', ')}`,
  );
}

/** The day on which everything is asked. */
export const today = '2026-11-25';

export const cursorKey = new Uint8Array(64).fill(7);
export const hashKeys = new HashKeys(new Uint8Array(32).fill(7));

/** An operation bound as for one request of the school. */
export function boundOf(
  query: string,
  variables: Variables = {},
  change: Partial<BindContext> = {},
): BoundPlan {
  const context: BindContext = {
    contract,
    requester: clientOf('school', { districts: ['370202', '370203'] }),
    purpose,
    limits: defaultLimits,
    cursorKey,
    today,
    hashKeys,
    draw: drawUnder(new Uint8Array(32).fill(7)),
    grant: grantOf(school),
    ...change,
  };
  const operation = prepared(query, context.contract);
  const bound = bindVariables(context.contract.schema, operation.operation, variables);
  return bind(operation.planFor(bound), bound, context);
}

/** The filter of a plan's only root, its page's of a list. */
export function filterOf({ roots }: BoundPlan): Filter {
  const [root] = roots;
  if (root?.kind !== 'list' && root?.kind !== 'lookup') throw new Error('the root has no filter');
  return root.kind === 'list' ? pageRequest(root.list).filter : root.filter;
}

export function listOf({ roots }: BoundPlan): BoundList {
  const [root] = roots;
  if (root?.kind !== 'list') throw new Error('the root is no list');
  return root.list;
}

/** A filter in one line: `division_code in "370202" "370203" and row_id gt 5`. */
export function inWords(filter: Filter): string {
  switch (filter.kind) {
    case 'everything':
    case 'nothing':
      return filter.kind;
    case 'compare': {
      const values = filter.values.map((value) => JSON.stringify(value)).join(' ');
      return `${filter.column.name} ${filter.operator} ${values}`;
    }
    case 'isNull':
      return `${filter.column.name} is null`;
    case 'contains':
      return `${filter.column.name} contains ${JSON.stringify(filter.text)}`;
    case 'has':
      return `${filter.column.name} has ${JSON.stringify(filter.value)}`;
    case 'related':
    case 'elsewhere': {
      const { kind, table, to, from } = filter;
      const inner = inWords(allOf([filter.scope, filter.condition]));
      const equal = to.map(({ name }, at) => `${name} = ${from[at]?.name ?? ''}`).join(' and ');
      return `${kind} ${table} (${equal} and ${inner})`;
    }
    case 'and':
      return filter.of.map(inWords).join(' and ');
    case 'or':
      return `(${filter.of.map(inWords).join(' or ')})`;
    case 'not':
      return `not (${inWords(filter.of)})`;
  }
}
