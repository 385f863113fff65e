import type { Condition, Literal, Operand } from '../policy/model/condition.js';

/** How a value of a condition is told: as it stands, or as a place. */
export type TellLiteral = (value: Literal) => string;

export const asItStands: TellLiteral = (value) => JSON.stringify(value);
export const asPlaceholder: TellLiteral = () => '?';

function membership(operand: Operand, tell: TellLiteral): string {
  if (operand.kind === 'requester') return `in: $requester.${operand.attribute}`;
  const values = operand.values.map(tell);
  return values.length === 1 ? `eq: ${values.join()}` : `in: [${values.join(', ')}]`;
}

function single(operand: Operand, tell: TellLiteral): string {
  return operand.kind === 'requester'
    ? `$requester.${operand.attribute}`
    : operand.values.map(tell).join(', ');
}

function listed(of: readonly Condition[], tell: TellLiteral): string {
  return of.map((part) => conditionInWords(part, tell)).join(', ');
}

/**
 * A row scope in the language of the API's filters, with attributes of the requester by their names.
 * What that language has no words for, the whole, the empty and an age, is told in plain ones.
 */
export function conditionInWords(condition: Condition, tell: TellLiteral): string {
  switch (condition.kind) {
    case 'everything':
      return 'all rows';
    case 'nothing':
      return 'no rows';
    case 'in':
      return `{ ${condition.field}: { ${membership(condition.operand, tell)} } }`;
    case 'compare': {
      const { field, operator, operand } = condition;
      return `{ ${field}: { ${operator}: ${single(operand, tell)} } }`;
    }
    case 'isNull':
      return `{ ${condition.field}: { isNull: true } }`;
    case 'isPast':
      return `{ ${condition.field}: { lt: <today, ${condition.years} years before> } }`;
    case 'and':
    case 'or':
      return `{ ${condition.kind}: [${listed(condition.of, tell)}] }`;
    case 'not':
      return `{ not: ${conditionInWords(condition.of, tell)} }`;
  }
}
