import type { Condition, Literal, Operand } from '../policy/model/condition.js';

/** How a value of a condition is written: as it stands, or as a placeholder. */
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
 * Writes a row scope in the filter language of the API, with the requester's attributes by name.
 * Plain words stand for what that language lacks: all rows, no rows, and an age.
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
