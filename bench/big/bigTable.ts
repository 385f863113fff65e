import { aligned } from '../aligned.js';

import type { Compared } from './compareKind.js';

/** Above which the gateway's way is marked. */
const bound = 3;

const head = ['statement', 'operation ms', 'its SQL ms', 'by hand ms', 'ratio'];
const headOfRows = ['its rows', 'by hand', 'ratio', ''];

const ratioOf = (own: number | null, byHand: number | null) =>
  own === null || byHand === null ? Number.NaN : Math.max(1, own) / Math.max(1, byHand);

/** Whether the source works more than three times as long, or reads more than three times as many rows. */
function isMarked({ statements, byHand, examined }: Compared): boolean {
  return statements / byHand > bound || ratioOf(examined.statements, examined.byHand) > bound;
}

function lineOf(compared: Compared): readonly string[] {
  const { name, operation, statements, byHand, examined } = compared;
  const times = [operation, statements, byHand].map((time) => time.toFixed(1));
  const ratio = ratioOf(examined.statements, examined.byHand);
  const rows = Number.isNaN(ratio)
    ? ['-', '-', '-']
    : [String(examined.statements), String(examined.byHand), ratio.toFixed(2)];
  const mark = isMarked(compared) ? '<' : '';
  return [name, ...times, (statements / byHand).toFixed(2), ...rows, mark];
}

/** The results as a table, and below it what explain says of the marked ones. */
export function bigTable(results: readonly Compared[]): string {
  const table = aligned([[...head, ...headOfRows], ...results.map(lineOf)], 1);
  const advice = results.filter(isMarked).map(({ name, lacking }) => {
    const told =
      lacking.length > 0 ? lacking.join('\n    ') : 'explain names no index that it lacks';
    return `< ${name}\n    ${told}`;
  });
  return [table, ...advice].join('\n');
}
