import type { Found } from './tryCase.js';
import { statedType, type Held, type TypeCase, type TypesOfSource } from './typeCase.js';

/** A code span of a table's cell. */
const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;
const mark = (isSo: boolean) => (isSo ? 'yes' : '–');

function valueOf({ held }: TypeCase, label: Held['label']): string {
  const found = held.filter((one) => one.label === label);
  return (
    found
      .map(({ sql, told }) =>
        label === 'none'
          ? `${code(sql)} → ${code(JSON.stringify(told))}`
          : code(JSON.stringify(told)),
      )
      .join(', ') || '–'
  );
}

const few = 4;

function row(tried: TypeCase, { conditions, masks, aggregates, ...found }: Found): string {
  const cells = [
    code(tried.declared),
    tried.format === undefined ? statedType(tried) : `${tried.as} (${tried.format})`,
    conditions.join(' ') || '–',
    mark(found.order),
    masks.length > few ? `[${masks.length}](masks.md)` : masks.join(' ') || 'WITHHOLD only',
    aggregates.join(' ') || '–',
    ...[found.key, found.cursor, found.link].map(mark),
    ...(['least', 'greatest', 'zero', 'empty', 'none'] as const).map((label) =>
      valueOf(tried, label),
    ),
    tried.note ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
}

const columns = [
  ...['column', 'field', 'conditions', 'order', 'masks', 'aggregates', 'key', 'cursor', 'link'],
  ...['least', 'greatest', 'zero', 'empty', 'no value of it', ''],
];

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What docs/types.md says of one kind of source. */
export function typesSection(
  { heading, lead }: TypesOfSource,
  tried: readonly (readonly [TypeCase, Found])[],
  leftOut: readonly (readonly [declared: string, instead: string])[],
): string {
  return [
    `## ${heading}`,
    lead,
    [
      `| ${columns.join(' | ')} |`,
      `|${' --- |'.repeat(columns.length)}`,
      ...tried.map(([one, found]) => row(one, found)),
    ].join('\n'),
    'No field holds:',
    [
      '| column | instead |',
      '| --- | --- |',
      ...leftOut.map(
        ([declared, instead]) =>
          `| ${declared === '' ? 'one without a type' : code(declared)} | ${sentence(instead)} |`,
      ),
    ].join('\n'),
  ].join('\n\n');
}
