import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kind, parse, type ConstDirectiveNode, type ObjectTypeDefinitionNode } from 'graphql';

import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import { openOwnGateway, type OwnGateway, type OwnKind } from '../support/ownGateway.js';

import { flatRows, plainRow } from './flatRows.js';
import { wordsOf, type RealSchema } from './realSchema.js';

type Granted = PolicySeedInput['grants'][number]['resources'][string];

const hasNone = (directive: ConstDirectiveNode | undefined, argument: string) => {
  const value = directive?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.LIST && value.values.length === 0;
};

/** All that can be granted of a type. */
function grantOf({ directives = [], fields = [] }: ObjectTypeDefinitionNode): Granted {
  const named = (of: readonly ConstDirectiveNode[], name: string) =>
    of.find((directive) => directive.name.value === name);
  const isLink = ({ directives: of = [] }: (typeof fields)[number]) =>
    named(of, 'link') !== undefined;
  const hasKey =
    named(directives, 'key') ?? fields.find(({ directives: of = [] }) => named(of, 'key'));
  const canList = !hasNone(named(directives, 'resource'), 'pageBy');
  return {
    reach: ['LIST', 'LINKED', ...(hasKey && canList ? (['LOOKUP'] as const) : [])],
    fields: Object.fromEntries(
      fields
        .filter((field) => !isLink(field))
        .map(({ name }) => [name.value, { uses: ['JOIN', 'FILTER', 'SORT', 'GROUP', 'LOOKUP'] }]),
    ),
    links: fields.filter(isLink).map(({ name }) => name.value),
  };
}

/** Asks a schema all of its questions, in databases of a kind. */
export function defineSchema(schema: RealSchema, kind: OwnKind): void {
  const words = wordsOf[kind];
  const text = schema.types(words);
  const types = parse(text, { noLocation: true }).definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION,
  );

  describe(`${schema.name}, offered as it stands`, () => {
    let gateway: OwnGateway;
    beforeAll(async () => {
      gateway = await openOwnGateway({
        kind,
        statements: { population: schema.statements(words) },
        types: { population: text },
        resources: Object.fromEntries(types.map((type) => [type.name.value, grantOf(type)])),
      });
    });
    afterAll(() => gateway.close());

    it('leaves no table and no view out', () => {
      const offered = [...text.matchAll(/\btable: "(\w+)"/g)].map(([, table]) => table);
      expect([...new Set(offered)].sort()).toEqual([...schema.tables].sort());
    });

    it.each(schema.questions)('answers as SQL does: $ask', async ({ ask, sql, mismatches = 0 }) => {
      const { data, errors } = await gateway.ask(ask);
      const codes = (errors ?? []).map(({ extensions }) => extensions['code']);
      expect(codes).toEqual(Array.from({ length: mismatches }, () => 'VALUE_MISMATCH'));
      const held = (await gateway.world.read('population', `(${sql}) AS asked`)) as object[];
      const right = held.map((row) => plainRow(Object.values(row)));
      expect(right.length).toBeGreaterThan(0);
      expect(flatRows(ask, data ?? {}).sort()).toEqual(right.sort());
    });
  });
}
