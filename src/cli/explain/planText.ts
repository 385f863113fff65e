import type { ExchangeError } from '../../errors/exchangeError.js';
import type {
  FetchReport,
  OtherReport,
  PlanReport,
  ValueReport,
} from '../../explain/planReport.js';
import { unreachable } from '../../shared/unreachable.js';

import { indented, padded } from './layout.js';

function valueInWords({ key, field, form }: ValueReport): string {
  return `${key === field ? field : `${key}: ${field}`} ${form}`;
}

function pageInWords({ size, isBackward, isInside }: NonNullable<FetchReport['page']>): string {
  if (isBackward) return isInside ? `last ${size} before the cursor` : `last ${size}`;
  return isInside ? `first ${size} after the cursor` : `first ${size}`;
}

function factsOf(step: FetchReport): readonly (readonly string[])[] {
  const { by, source, table, columns, values, rows, order, page, statement } = step;
  return [
    ...(by === null ? [] : [['by', by]]),
    ['source', `${source}, table ${table}`],
    ['columns', columns.join(', ') || 'none'],
    ['values', values.map(valueInWords).join(', ') || 'none'],
    ['rows', rows],
    ...(order ? [['order', order.join(', ')]] : []),
    ...(page ? [['page', pageInWords(page)]] : []),
    ['statement', statement ?? 'none: no row can be met, or is asked for'],
  ];
}

function stepLines(step: FetchReport | OtherReport): readonly string[] {
  switch (step.kind) {
    case 'lookup':
    case 'batch lookup':
    case 'verification':
    case 'list':
    case 'total':
    case 'aggregate':
    case 'statistic':
    case 'link':
    case 'many link':
    case 'condition':
      return [
        `${step.kind} ${step.key}: ${step.type}`,
        ...indented([...padded(factsOf(step)), ...step.steps.flatMap(stepLines)]),
      ];
    case 'introspection':
    case 'typename':
      return [`${step.kind} ${step.key}: answered by the contract’s schema`];
    case 'empty':
      return [`${step.key}: always null, as nothing is shared`];
    default:
      return unreachable(step);
  }
}

const aboutLinks = 'Links are told for one key; all keys of a level go into one statement.';

/** A plan as a tree of steps, each below the one whose rows lead to it. */
export function planText({ cost, maxCost, steps }: PlanReport): readonly string[] {
  const bound = `cost  at most ${cost} rows, of ${maxCost} that an operation may ask for`;
  const hasLinks = steps.some((step) => 'steps' in step && step.steps.length > 0);
  const lines = steps.flatMap((step) => ['', ...stepLines(step)]);
  return [bound, ...lines, ...(hasLinks ? ['', aboutLinks] : [])];
}

/** The errors that the API would answer with. */
export function refusalText(errors: readonly ExchangeError[]): readonly string[] {
  return errors.map(({ code, message, locations }) => {
    const places = (locations ?? []).map(({ line, column }) => `${line}:${column}`);
    return [code, ...places, message].join('  ');
  });
}
