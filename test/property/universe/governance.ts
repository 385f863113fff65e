import fc from 'fast-check';

import type { CatalogText } from '../../../src/catalog/read/sdl/parseCatalogs.js';
import type { Mask } from '../../../src/mask/mask.js';

import { cubes, cubeText, fieldsOf } from './cubes.js';
import { keyFields, pageColumns } from './keys.js';
import { linkText } from './links.js';
import { grades, model, typeNames, type TypeName } from './model.js';

type Level = 'L1' | 'L2' | 'L3' | 'L4';

export interface FieldGovernance {
  readonly level: Level;
  readonly isMasked: boolean;
  readonly isNotShared: boolean;
  /** Whether the catalog says which element it is, where the model knows. */
  readonly statesElement: boolean;
}

export interface TypeGovernance {
  readonly share: 'UNCONDITIONAL' | 'CONDITIONAL';
  /** The level of the type itself, that of each of its rows. */
  readonly level: Level;
  /** By what the catalog tells minors apart; a number, where it says that it is a citizen's. */
  readonly minorsBy: 'nothing' | 'date' | 'number';
  readonly fields: Readonly<Record<string, FieldGovernance>>;
}

/** What a random catalog states of the model's fields. */
export type CatalogChoice = Readonly<Record<TypeName, TypeGovernance>> & {
  /** Whether all types lie in one source, so that conditions through their links do. */
  readonly areTogether: boolean;
};

const fieldGovernance: fc.Arbitrary<FieldGovernance> = fc.record({
  level: fc.constantFrom<Level>('L1', 'L2', 'L3', 'L3', 'L4'),
  isMasked: fc.constantFrom(true, true, false),
  isNotShared: fc.constantFrom(false, false, false, false, false, true),
  statesElement: fc.constantFrom(false, true),
});

/** What lists are ordered by is disclosed, so it is of a low level. */
const orderGovernance: fc.Arbitrary<FieldGovernance> = fieldGovernance.map((governance) => ({
  ...governance,
  level: governance.level === 'L1' ? 'L1' : 'L2',
}));

function typeGovernance(type: TypeName): fc.Arbitrary<TypeGovernance> {
  const drawn = fc.record({
    share: fc.constantFrom(
      'CONDITIONAL' as const,
      'CONDITIONAL' as const,
      'UNCONDITIONAL' as const,
    ),
    level: fc.constantFrom<Level>('L1', 'L2', 'L3'),
    minorsBy: fc.constantFrom('nothing' as const, 'date' as const, 'number' as const),
    fields: fc.record(
      Object.fromEntries(
        Object.keys(model[type].fields).map((name) => [
          name,
          name === model[type].pageBy ? orderGovernance : fieldGovernance,
        ]),
      ),
    ),
  });
  return drawn.map((governance) => ({ ...governance, fields: governedAlike(type, governance) }));
}

/** One column is governed alike wherever it is offered, and what no mask fits has none. */
function governedAlike(type: TypeName, { fields }: Pick<TypeGovernance, 'fields'>) {
  return Object.fromEntries(
    Object.entries(model[type].fields).map(([name, { sameAs = name, mask }]) => {
      const governance = fields[sameAs]!;
      return [name, mask ? governance : { ...governance, isMasked: false }];
    }),
  );
}

export const catalogChoice: fc.Arbitrary<CatalogChoice> = fc.record({
  Person: typeGovernance('Person'),
  Place: typeGovernance('Place'),
  Lot: typeGovernance('Lot'),
  Term: typeGovernance('Term'),
  areTogether: fc.boolean(),
});

/** `rule: KEEP, first: 1, last: 0` */
function stated(mask: Mask): string {
  return Object.entries(mask)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

const asksForMask: readonly Level[] = ['L3', 'L4'];

function fieldText(type: TypeName, name: string, governance: FieldGovernance): string {
  const field = model[type].fields[name]!;
  return [
    `${name}: ${field.type === 'List' ? '[String!]' : field.type}${field.nullable ? '' : '!'}`,
    ...(model[type].alsoKey === undefined && name === model[type].key ? ['@key'] : []),
    ...(field.isCitizens && governance.statesElement ? [`@element(is: "${citizensElement}")`] : []),
    `@classify(level: ${governance.level})`,
    ...(field.sameAs === undefined ? [] : [`@column(name: "${field.sameAs}")`]),
    ...(field.format === undefined ? [] : [`@column(format: "${field.format}")`]),
    ...(field.codes && field.type === 'Boolean'
      ? [`@column(true: "${field.codes['true']}", false: "${field.codes['false']}")`]
      : []),
    ...(field.mask && governance.isMasked ? [`@desensitize(${stated(field.mask)})`] : []),
    // A high level asks how a field is masked; without a mask, a low one is clear.
    ...(!governance.isMasked && asksForMask.includes(governance.level)
      ? ['@desensitize(rule: WITHHOLD)']
      : []),
    ...(governance.isNotShared ? ['@share(attribute: NOT_SHARED, basis: "某法 第一条")'] : []),
  ].join(' ');
}

/** The statistics that a type declares: none of what is not shared, which is a fault. */
export function declaredCubes(type: TypeName, { fields }: TypeGovernance) {
  return cubes[type].filter((cube) =>
    fieldsOf(cube).every((name) => fields[name]?.isNotShared === false),
  );
}

/** The element whose texts are the same in either case of their check digit. */
export const citizensElement = 'citizen-id';

/** The fields of a type that its catalog says hold citizens' numbers. */
export function citizensFields(type: TypeName, { fields }: TypeGovernance): ReadonlySet<string> {
  const names = Object.keys(fields);
  return new Set(
    names.filter((name) => model[type].fields[name]!.isCitizens && fields[name]!.statesElement),
  );
}

/** Whether two types lie in one source. */
export function areOfOneSource(choice: CatalogChoice, one: TypeName, other: TypeName): boolean {
  return choice.areTogether || model[one].source === model[other].source;
}

/** The field that tells minors apart, and how; null for none. */
export type MinorsBy = { readonly field: string; readonly isNumber: boolean } | null;

export function minorsByOf(type: TypeName, { minorsBy, fields }: TypeGovernance): MinorsBy {
  const known = model[type].minorsBy;
  if (!known || minorsBy === 'nothing') return null;
  const isNumber = minorsBy === 'number' && fields[known.number]!.statesElement;
  return { field: isNumber ? known.number : known.date, isNumber };
}

/** The catalog as four agencies would write it. */
export function catalogTexts(choice: CatalogChoice): readonly CatalogText[] {
  return typeNames.map((type) => {
    const { table, key, alsoKey, isVouched, subject, links } = model[type];
    const pageBy = JSON.stringify(pageColumns(type));
    const together =
      alsoKey === undefined ? '' : `@key(fields: ${JSON.stringify(keyFields(type))})`;
    const { source } = choice.areTogether ? model.Person : model[type];
    const { share, level, fields } = choice[type];
    const minorsBy = minorsByOf(type, choice[type]);
    const lines = [
      ...Object.entries(fields).map(([name, field]) => fieldText(type, name, field)),
      ...Object.entries(links).map(([name, link]) => `${name}: ${linkText(link)}`),
    ];
    const condition =
      share === 'CONDITIONAL' ? ', condition: "on application", basis: "某法 第二条"' : '';
    const text = `
      extend schema @catalog(agency: "agency-of-${table}", source: "${source}")
      ${
        type === 'Place'
          ? `enum Grade { ${Object.entries(grades)
              .map(([name, code]) => `${name} @code(value: "${code}")`)
              .join(' ')} }`
          : ''
      }
      type ${type}
        @resource(code: "370200-${table}", title: "${type}", table: "${table}", updateCycle: DAILY,
                  pageBy: ${pageBy}${isVouched ? `, unique: [["${key}"]]` : ''}${subject ? `, subject: "${subject}"` : ''}${minorsBy ? `, minorsBy: "${minorsBy.field}"` : ''})
        @share(attribute: ${share}${condition}) @classify(level: ${level}, category: GENERAL) ${together}
        ${declaredCubes(type, choice[type]).map(cubeText).join('\n        ')} {
        ${lines.join('\n        ')}
      }`;
    return { file: `${type}.graphql`, text };
  });
}
