import { Kind, visit, type DocumentNode, type SelectionSetNode } from 'graphql';

import type { Contract } from '../contract/contract.js';
import { ExchangeError } from '../errors/exchangeError.js';

import { compilePlan } from './compilePlan.js';
import { LastBound } from './lastBound.js';
import type { Limits } from './limits.js';
import type { Variables } from './operation/bindVariables.js';
import { checkRepeats } from './operation/checkRepeats.js';
import { checkSize } from './operation/checkSize.js';
import type { Inclusion } from './operation/collectFields.js';
import { operationHash } from './operation/operationHash.js';
import { resolveOperation, type ResolvedOperation } from './operation/resolveOperation.js';
import { validateOperation } from './operation/validateOperation.js';
import type { QueryPlan } from './queryPlan.js';

type Errors = readonly [ExchangeError, ...ExchangeError[]];

/** An operation that its contract and the limits let through, or the reasons against it. */
export type Prepared =
  { readonly kind: 'refused'; readonly hash: string; readonly errors: Errors } | PreparedOperation;

/**
 * The most plans that are kept for one operation, one for each combination of its `@skip` and
 * `@include`.
 */
const maxVariants = 16;

/** A valid operation, with the plans made so far. */
export class PreparedOperation {
  readonly kind = 'prepared';
  readonly lastBound = new LastBound();
  /** Identifies it in the record. */
  readonly hash: string;
  readonly #contract: Contract;
  readonly #resolved: ResolvedOperation;
  readonly #inclusionVariables: readonly string[];
  readonly #plans = new Map<string, QueryPlan>();

  constructor(contract: Contract, resolved: ResolvedOperation, hash: string) {
    this.hash = hash;
    this.#contract = contract;
    this.#resolved = resolved;
    this.#inclusionVariables = inclusionVariables(resolved);
  }

  get operation() {
    return this.#resolved.operation;
  }

  /** The plan for these variables. Only the variables of `@skip` and `@include` matter. */
  planFor(variables: Variables): QueryPlan {
    const inclusion: Inclusion = new Map(
      this.#inclusionVariables.map((name) => [name, includes(name, variables[name])]),
    );
    const key = [...inclusion.values()].join();
    const known = this.#plans.get(key);
    if (known) return known;
    const plan = compilePlan(this.#contract, this.#resolved, inclusion);
    if (this.#plans.size >= maxVariants) this.#plans.clear();
    this.#plans.set(key, plan);
    return plan;
  }
}

function includes(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new ExchangeError(
    'BAD_USER_INPUT',
    `A variable of @skip or @include is true or false; "$${name}" is neither.`,
  );
}

/** The variables of `@skip` and `@include`, in the operation and in the fragments that it uses. */
function inclusionVariables({ operation, fragments }: ResolvedOperation): readonly string[] {
  const names = new Set<string>();
  const reached = new Set<string>();
  function collect(selectionSet: SelectionSetNode): void {
    visit(selectionSet, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || reached.has(name.value)) return;
        reached.add(name.value);
        collect(fragment.selectionSet);
      },
      Directive({ name, arguments: given }) {
        const value = given?.[0]?.value;
        const decides = name.value === 'skip' || name.value === 'include';
        if (decides && value?.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  collect(operation.selectionSet);
  return [...names].sort();
}

/** Validates, resolves and measures an operation: everything about it that no variable changes. */
export function prepare(
  contract: Contract,
  document: DocumentNode,
  operationName: string | null,
  limits: Limits,
): Prepared {
  const hash = operationHash(document);
  // Before the rules, some of which take time by the square of what is repeated.
  const [repeated] = checkRepeats(document);
  if (repeated) return { kind: 'refused', hash, errors: [repeated] };
  const [invalid, ...more] = validateOperation(contract.schema, document);
  if (invalid) return { kind: 'refused', hash, errors: [invalid, ...more] };
  const resolved = resolveOperation(document, operationName);
  if (resolved.kind === 'unresolved') return { kind: 'refused', hash, errors: [resolved.error] };
  const [exceeded, ...others] = checkSize(resolved, limits);
  if (exceeded) return { kind: 'refused', hash, errors: [exceeded, ...others] };
  return new PreparedOperation(contract, resolved, hash);
}
