import type {
  CubeReport,
  FieldReport,
  LinkReport,
  ResourceReport,
  DecisionStep,
} from '../../explain/policyReport.js';

import { indented, padded } from './padded.js';

function usesInWords({ uses }: FieldReport): string {
  return `uses: ${uses.join(' ') || 'none'}`;
}

function stepLines(reasons: readonly DecisionStep[]): readonly string[] {
  return padded(reasons.map(({ step, by, result }) => [step, `${by}: ${result}`]));
}

function linkInWords({ from, to, junction, isMany, whyNot }: LinkReport): string {
  const by = junction === null ? '' : `through ${junction} `;
  const link = `link by ${from.join(', ')} ${by}to ${isMany ? 'many by ' : ''}${to.join(', ')}`;
  return whyNot ? `no ${link}: ${whyNot.by}` : link;
}

function cubeInWords({ by, whyNot }: CubeReport): string {
  const cube = `statistic by ${by.join(', ')}`;
  return whyNot ? `no ${cube}: ${whyNot.by}` : cube;
}

function headLines(report: ResourceReport): readonly string[] {
  const { name, title, isInContract, reach, rows, verification } = report;
  const head = `${name}  ${title}${isInContract ? '' : ': not in the contract'}`;
  if (rows === null) return [head];
  const scope = padded([
    ['reach', reach.join(' ')],
    ['rows', rows],
    ...(verification === null ? [] : [['verification', verification]]),
  ]);
  return [head, ...indented(scope)];
}

/**
 * A resource in short: one line for each field, link and cube, and steps only for what is missing.
 */
export function resourceText(report: ResourceReport): readonly string[] {
  const items = padded([
    ...report.fields.map((field) => [field.name, field.form, usesInWords(field)]),
    ...report.links.map((link) => [link.name, linkInWords(link)]),
    ...report.cubes.map((cube) => [cube.name, cubeInWords(cube)]),
  ]);
  const why = report.isInContract ? [] : stepLines(report.reasons);
  return [...headLines(report), ...indented([...why, ...items])];
}

type Item = FieldReport | LinkReport | CubeReport;

function itemsOf({ fields, links, cubes }: ResourceReport): readonly Item[] {
  return [...fields, ...links, ...cubes];
}

/** A field, link or cube under its coordinate, with the steps that set it. */
function itemLines(prefix: string, item: Item): readonly string[] {
  const name = prefix + item.name;
  if ('form' in item) {
    const head = `${name}  ${item.form}  ${usesInWords(item)}`;
    return [head, ...indented(stepLines(item.reasons))];
  }
  return [`${name}  ${'by' in item ? cubeInWords(item) : linkInWords(item)}`];
}

/** A resource with all steps that set it, its fields, links and cubes. */
export function resourceStepsText(report: ResourceReport): readonly string[] {
  const items = itemsOf(report).flatMap((item) => itemLines('', item));
  return [...headLines(report), ...indented([...stepLines(report.reasons), ...items])];
}

/** The only item of a report; for one outside the contract, the reasons. */
export function itemText(report: ResourceReport): readonly string[] {
  const of = itemsOf(report).flatMap((item) => itemLines(`${report.name}.`, item));
  if (report.isInContract) return of;
  return [...headLines(report).slice(0, 1), ...indented(stepLines(report.reasons)), ...of];
}
