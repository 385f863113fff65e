import type { Resource } from '../../catalog/model/catalog.js';
import { encodeValue } from '../../catalog/model/encodeValue.js';
import {
  allOf,
  everything,
  type Condition,
  type Literal,
  type Operand,
  type OrderOperator,
} from '../../policy/model/condition.js';

import type { OperatorsSeed, RowsSeed } from './policySeed.js';

const orderOperators: readonly OrderOperator[] = ['lt', 'lte', 'gt', 'gte', 'startsWith'];

function readOperand(stated: Literal | readonly Literal[]): Operand {
  if (typeof stated === 'string' && stated.startsWith('$requester.')) {
    return { kind: 'requester', attribute: stated.slice('$requester.'.length) };
  }
  return { kind: 'literals', values: [stated].flat() };
}

/** Reads conditions on the rows of one resource; tells what does not fit it. */
export class ConditionReader {
  readonly #resource: Resource | undefined;
  readonly #tell: (problem: string) => void;

  constructor(resource: Resource | undefined, tell: (problem: string) => void) {
    this.#resource = resource;
    this.#tell = tell;
  }

  read(rows: RowsSeed | undefined): Condition {
    return rows ? this.#rows(rows) : everything;
  }

  #rows({ and, or, not, ...fields }: RowsSeed): Condition {
    const conditions = Object.entries(fields).flatMap(([name, operators]) =>
      // The form has let nothing else through.
      this.#field(name, operators as OperatorsSeed),
    );
    if (and) conditions.push(allOf(and.map((part) => this.#rows(part))));
    if (or) conditions.push({ kind: 'or', of: or.map((part) => this.#rows(part)) });
    if (not) conditions.push({ kind: 'not', of: this.#rows(not) });
    if (conditions.length === 0) this.#tell('a condition states something');
    return allOf(conditions);
  }

  #field(name: string, operators: OperatorsSeed): readonly Condition[] {
    const resource = this.#resource;
    if (resource && !resource.fields.has(name)) {
      this.#tell(`${resource.name} has no field "${name}"`);
    }
    const conditions: Condition[] = [];
    for (const stated of [operators.eq, operators.in]) {
      if (stated === undefined) continue;
      conditions.push({ kind: 'in', field: name, operand: this.#operand(name, stated) });
    }
    for (const operator of orderOperators) {
      const stated = operators[operator];
      if (stated === undefined) continue;
      const operand = this.#operand(name, stated);
      conditions.push({ kind: 'compare', field: name, operator, operand });
    }
    if (operators.isNull !== undefined) {
      const isNull: Condition = { kind: 'isNull', field: name };
      conditions.push(operators.isNull ? isNull : { kind: 'not', of: isNull });
    }
    return conditions;
  }

  #operand(name: string, stated: Literal | readonly Literal[]): Operand {
    const operand = readOperand(stated);
    const field = this.#resource?.fields.get(name);
    const literals = operand.kind === 'literals' ? operand.values : [];
    if (field && literals.some((value) => encodeValue(field, value) === undefined)) {
      this.#tell(`a value for "${name}" does not fit its column`);
    }
    return operand;
  }
}
