import type { Condition, Literal, Operand } from '../policy/model/condition.js';
import { todayInWords } from '../policy/model/period.js';

/** How a value of a condition is written: as it stands, or as a placeholder. */
export type TellLiteral = (value: Literal) => string;

export const asItStands: TellLiteral = (value) => JSON.stringify(value);
export const asPlaceholder: TellLiteral = () => '?';

function valuesInWords(values: readonly Literal[], tell: TellLiteral): string {
  const told = values.map(tell);
  return told.length === 1 ? told.join() : `[${told.join(', ')}]`;
}

function operandInWords(operand: Operand, tell: TellLiteral): string {
  switch (operand.kind) {
    case 'literals':
      return valuesInWords(operand.values, tell);
    case 'requester':
      return `$requester.${operand.attribute}`;
    case 'today':
      return todayInWords(operand.period);
  }
}

/** Of one value it is `eq`; how many an attribute has is not known here. */
function membership(operand: Operand): string {
  const isOne =
    operand.kind === 'literals' ? operand.values.length === 1 : operand.kind === 'today';
  return isOne ? 'eq' : 'in';
}

function listed(of: readonly Condition[], tell: TellLiteral): string {
  return of.map((part) => conditionInWords(part, tell)).join(', ');
}

/**
 * Writes a row scope as grants and rules state it, with the requester's attributes by name. Plain words
 * stand for all rows and no rows.
 */
export function conditionInWords(condition: Condition, tell: TellLiteral): string {
  switch (condition.kind) {
    case 'everything':
      return 'all rows';
    case 'nothing':
      return 'no rows';
    case 'in':
      return `{ ${condition.field}: { ${membership(condition.operand)}: ${operandInWords(condition.operand, tell)} } }`;
    case 'compare': {
      const { field, operator, operand } = condition;
      return `{ ${field}: { ${operator}: ${operandInWords(operand, tell)} } }`;
    }
    case 'isNull':
      return `{ ${condition.field}: { isNull: true } }`;
    case 'some':
      return `{ ${condition.link}: { some: ${condition.of.kind === 'everything' ? '{}' : conditionInWords(condition.of, tell)} } }`;
    case 'has': {
      const { attribute, values } = condition;
      const operator = values.length === 1 ? 'eq' : 'in';
      return `{ $requester.${attribute}: { ${operator}: ${valuesInWords(values, tell)} } }`;
    }
    case 'and':
    case 'or':
      return `{ ${condition.kind}: [${listed(condition.of, tell)}] }`;
    case 'not':
      return `{ not: ${conditionInWords(condition.of, tell)} }`;
  }
}
