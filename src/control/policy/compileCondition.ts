import type { Resource } from '../../catalog/model/catalog.js';
import { encodeValue } from '../../catalog/model/encodeValue.js';
import {
  allOf,
  everything,
  type Condition,
  type Literal,
  type Operand,
} from '../../policy/model/condition.js';
import {
  isOrderOperator,
  operatorNames,
  scopeOperatorsOf,
  type OperatorName,
} from '../../policy/model/operators.js';
import type { ScalarName } from '../../value/scalarName.js';

import { readPlaceholder, type ConditionSeed, type StatedSeed } from './conditionSeed.js';
import type { Place } from './place.js';

function operandOf(stated: Literal | readonly Literal[]): Operand {
  const placeholder = typeof stated === 'string' ? readPlaceholder(stated) : undefined;
  return placeholder ?? { kind: 'literals', values: [stated].flat() };
}

/** The types of fields that are compared with a day of the calendar. */
const daily: ReadonlySet<ScalarName> = new Set(['Date', 'LocalDateTime', 'DateTime']);

/** Compiles conditions on the rows of one resource, which is undefined where the catalog has none. */
class ConditionCompiler {
  readonly #resource: Resource | undefined;
  readonly #place: Place;

  constructor(resource: Resource | undefined, place: Place) {
    this.#resource = resource;
    this.#place = place;
  }

  compile({ and, or, not, ...fields }: ConditionSeed): Condition {
    const conditions = Object.entries(fields).flatMap(([name, parts]) =>
      // The form has let nothing else through.
      this.#stated(name, parts as StatedSeed),
    );
    if (and) conditions.push(allOf(and.map((part) => this.compile(part))));
    if (or) conditions.push({ kind: 'or', of: or.map((part) => this.compile(part)) });
    if (not) conditions.push({ kind: 'not', of: this.compile(not) });
    if (conditions.length === 0) this.#place.tell('a condition states something');
    return allOf(conditions);
  }

  #stated(name: string, seed: StatedSeed): readonly Condition[] {
    const requester = readPlaceholder(name);
    if (requester?.kind === 'requester') return this.#has(requester.attribute, seed);
    if (this.#resource?.links.has(name)) return this.#some(name, this.#resource, seed);
    if (seed.some) this.#place.tell(`"some" leads through a link; "${name}" is none`);
    this.#place.checkField(name, this.#resource);
    return operatorNames.flatMap((operator) => {
      const given = seed[operator];
      if (given === undefined) return [];
      this.#checkOperator(name, operator, given);
      return this.#operator(name, operator, given);
    });
  }

  /** A condition on the requester compares its attribute with constants. */
  #has(attribute: string, seed: StatedSeed): readonly Condition[] {
    const { eq, in: among, ...others } = seed;
    const sets = [eq, among].flatMap((given) => (given === undefined ? [] : [[given].flat()]));
    const isConstant = sets.flat().every((one) => operandOf(one).kind === 'literals');
    if (!isConstant || Object.keys(others).length > 0) {
      this.#place.tell(`"$requester.${attribute}" is compared with constants, by eq or in`);
    }
    return sets.map((values) => ({ kind: 'has', attribute, values }));
  }

  /** A condition through a link asks for a linked row that meets it, whatever is decided of that one. */
  #some(name: string, resource: Resource, { some, ...others }: StatedSeed): readonly Condition[] {
    if (!some || Object.keys(others).length > 0) {
      this.#place.tell(`the link "${name}" is compared by some, and by nothing else`);
    }
    const target = this.#place.resource(resource.links.get(name)?.target ?? '');
    if (some && target && target.source !== resource.source) {
      // A bound on the keys that another source would bring would count rows that nobody may see.
      this.#place.tell(`"${name}" leads to another source; a scope stays within one`);
    }
    const isAny = !some || Object.keys(some).length === 0;
    const of = isAny ? everything : new ConditionCompiler(target, this.#place).compile(some);
    return [{ kind: 'some', link: name, of }];
  }

  /** A scope compares as an operation may, and states something by it. */
  #checkOperator(name: string, operator: OperatorName, given: Literal | readonly Literal[]): void {
    const field = this.#resource?.fields.get(name);
    if (!field) return;
    const known = scopeOperatorsOf(field);
    if (!known.includes(operator)) {
      this.#place.tell(
        `"${name}" is compared by ${known.join(', ')}; "${operator}" is none of them`,
      );
    }
    if ([given].flat().includes('') && isOrderOperator(operator)) {
      this.#place.tell(`"${operator}" of "${name}" states a text that is not empty`);
    }
  }

  #operator(field: string, operator: OperatorName, given: Literal | readonly Literal[]): Condition {
    if (operator === 'isNull') {
      const isNull: Condition = { kind: 'isNull', field };
      return given === true ? isNull : { kind: 'not', of: isNull };
    }
    const operand = this.#operand(field, given);
    return operator === 'eq' || operator === 'in'
      ? { kind: 'in', field, operand }
      : { kind: 'compare', field, operator, operand };
  }

  #operand(name: string, stated: Literal | readonly Literal[]): Operand {
    const operand = operandOf(stated);
    const field = this.#resource?.fields.get(name);
    if (field && operand.kind === 'today' && !daily.has(field.type)) {
      this.#place.tell(`"${name}" holds no days, so it is not compared with $today`);
    }
    const literals = operand.kind === 'literals' ? operand.values : [];
    if (field && literals.some((literal) => encodeValue(field, literal) === undefined)) {
      this.#place.tell(`a value for "${name}" does not fit its column`);
    }
    return operand;
  }
}

/** The condition on a resource's rows; every row, where none is stated. */
export function compileCondition(
  seed: ConditionSeed | undefined,
  resource: Resource | undefined,
  place: Place,
): Condition {
  return seed ? new ConditionCompiler(resource, place).compile(seed) : everything;
}
