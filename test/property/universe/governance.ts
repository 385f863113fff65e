import fc from 'fast-check';

import type { CatalogText } from '../../../src/catalog/compileCatalog.js';
import type { Mask } from '../../../src/mask/mask.js';

import { model, typeNames, type TypeName } from './model.js';

type Level = 'L1' | 'L2' | 'L3' | 'L4';

export interface FieldGovernance {
  readonly level: Level;
  readonly isMasked: boolean;
  readonly isNotShared: boolean;
}

export interface TypeGovernance {
  readonly share: 'UNCONDITIONAL' | 'CONDITIONAL';
  readonly fields: Readonly<Record<string, FieldGovernance>>;
}

/** What a random catalog states of the model's fields. */
export type CatalogChoice = Readonly<Record<TypeName, TypeGovernance>>;

const fieldGovernance: fc.Arbitrary<FieldGovernance> = fc.record({
  level: fc.constantFrom<Level>('L1', 'L2', 'L3', 'L3', 'L4'),
  isMasked: fc.constantFrom(true, true, false),
  isNotShared: fc.constantFrom(false, false, false, false, false, true),
});

function typeGovernance(type: TypeName): fc.Arbitrary<TypeGovernance> {
  return fc.record({
    share: fc.constantFrom(
      'CONDITIONAL' as const,
      'CONDITIONAL' as const,
      'UNCONDITIONAL' as const,
    ),
    fields: fc.record(
      Object.fromEntries(Object.keys(model[type].fields).map((name) => [name, fieldGovernance])),
    ),
  });
}

export const catalogChoice: fc.Arbitrary<CatalogChoice> = fc.record({
  Person: typeGovernance('Person'),
  Place: typeGovernance('Place'),
});

/** `rule: KEEP, first: 1, last: 0` */
function stated(mask: Mask): string {
  return Object.entries(mask)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

function fieldText(type: TypeName, name: string, governance: FieldGovernance): string {
  const field = model[type].fields[name]!;
  return [
    `${name}: ${field.type}${field.nullable ? '' : '!'}`,
    ...(name === model[type].key ? ['@key'] : []),
    `@classify(level: ${governance.level})`,
    ...(governance.isMasked ? [`@desensitize(${stated(field.mask)})`] : []),
    ...(governance.isNotShared ? ['@share(attribute: NOT_SHARED, basis: "a law")'] : []),
  ].join(' ');
}

/** The catalog as two agencies would write it. */
export function catalogTexts(choice: CatalogChoice): readonly CatalogText[] {
  return typeNames.map((type) => {
    const { source, table, pageBy, links } = model[type];
    const { share, fields } = choice[type];
    const lines = [
      ...Object.entries(fields).map(([name, field]) => fieldText(type, name, field)),
      ...Object.entries(links).map(
        ([name, { from, to, target }]) => `${name}: ${target} @link(from: "${from}", to: "${to}")`,
      ),
    ];
    const condition = share === 'CONDITIONAL' ? ', condition: "on application"' : '';
    const text = `
      extend schema @catalog(agency: "agency-of-${source}", source: "${source}")
      type ${type}
        @resource(code: "370200-${table}", title: "${type}", table: "${table}", updateCycle: DAILY,
                  pageBy: "${pageBy}")
        @share(attribute: ${share}${condition}) @classify(level: L3, category: PERSONAL) {
        ${lines.join('\n        ')}
      }`;
    return { file: `${type}.graphql`, text };
  });
}
