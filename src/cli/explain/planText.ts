import type { ExchangeError } from '../../errors/exchangeError.js';
import type { AskedAgain } from '../../explain/askedAgain.js';
import type {
  FetchReport,
  OtherReport,
  PlanReport,
  ValueReport,
} from '../../explain/planReport.js';

import { indented, padded } from './padded.js';

function valueInWords({ key, field, form }: ValueReport): string {
  return `${key === field ? field : `${key}: ${field}`} ${form}`;
}

function pageInWords({ size, isBackward, isInside }: NonNullable<FetchReport['page']>): string {
  if (isBackward) return isInside ? `last ${size} before the cursor` : `last ${size}`;
  return isInside ? `first ${size} after the cursor` : `first ${size}`;
}

const queues = {
  light: 'of the light statements',
  heavy: 'of the heavy statements, which look at many rows, and of which few run at once',
};

function factsOf(step: FetchReport): readonly (readonly string[])[] {
  const { by, source, table, columns, values, rows, order, page } = step;
  const { statement, queue, reach, lacking = [] } = step;
  return [
    ...(by === null ? [] : [['by', by]]),
    ['source', `${source}, table ${table}`],
    ...(reach === null || reach === 'reached' ? [] : [['reach', reach]]),
    ['columns', columns.join(', ') || 'none'],
    ['values', values.map(valueInWords).join(', ') || 'none'],
    ['rows', rows],
    ...(order ? [['order', order.join(', ')]] : []),
    ...(page ? [['page', pageInWords(page)]] : []),
    ['statement', statement ?? 'none: no row can be met, or is asked for'],
    ...(queue ? [['queue', queues[queue]]] : []),
    ...lacking.map((told) => ['index', told]),
  ];
}

/** What is said of a root that no source answers. */
function otherLine({ kind, key }: OtherReport): string {
  if (kind === 'empty') return `${key}: always null, as nothing is shared`;
  return `${kind} ${key}: answered by the contract’s schema`;
}

function stepLines(step: FetchReport | OtherReport): readonly string[] {
  if (!('steps' in step)) return [otherLine(step)];
  return [
    `${step.kind} ${step.key}: ${step.type}`,
    ...indented([...padded(factsOf(step)), ...step.steps.flatMap(stepLines)]),
  ];
}

const aboutCase =
  'case  must be stated, by the headers acting-user and case-reference: data of level L3 or above is looked up or exported';

const aboutLinks = 'Links are told for one key; all keys of a level go into one statement.';

const waysAgain: Readonly<Record<AskedAgain, string>> = {
  lane: 'past Apollo and Fastify, once it was answered',
  fastify: 'past Apollo, once it was answered; not past Fastify, as it shows no credential',
  export: 'as the first time: an export is planned once more for each chunk',
};

/** A plan as a tree. Each step stands below the step whose rows lead to it. */
export function planText(
  { cost, maxCost, needsOccasion, steps }: PlanReport,
  again: AskedAgain,
): readonly string[] {
  const bound = `cost  at most ${cost} rows, of ${maxCost} that an operation may ask for`;
  const hasLinks = steps.some((step) => 'steps' in step && step.steps.length > 0);
  const lines = steps.flatMap((step) => ['', ...stepLines(step)]);
  const head = [bound, `again ${waysAgain[again]}`, ...(needsOccasion ? [aboutCase] : [])];
  return [...head, ...lines, ...(hasLinks ? ['', aboutLinks] : [])];
}

/** The errors that the API would answer with. */
export function refusalText(errors: readonly ExchangeError[]): readonly string[] {
  return errors.map(({ code, message, locations }) => {
    const places = (locations ?? []).map(({ line, column }) => `${line}:${column}`);
    return [code, ...places, message].join('  ');
  });
}
