import type { FieldDefinitionNode } from 'graphql';

import { elementNames, isElementName } from '../../value/elementStorages.js';
import { isScalarName, scalarNames } from '../../value/scalarTypes.js';
import type { Faults } from '../fault/fault.js';
import type { Field, Governance } from '../model/catalog.js';
import type { FieldContext } from '../read/column/fieldContext.js';
import { readColumn } from '../read/column/readColumn.js';
import { governField } from '../read/governField.js';
import { readMask } from '../read/readMask.js';
import { readType } from '../read/sdl/readType.js';
import type { Vocabulary } from '../read/sdl/vocabulary.js';

function readScenarios(node: FieldDefinitionNode, vocabulary: Vocabulary, faults: Faults) {
  const scenarios = vocabulary.read(node, 'necessary', faults)?.scenarios;
  if (scenarios?.length === 0) {
    faults.at(
      vocabulary.node(node, 'necessary') ?? node,
      '`@necessary` names the scenarios that ask for the item; what none asks for is left out of the catalog.',
    );
  }
  return scenarios ?? null;
}

function readElement(node: FieldDefinitionNode, vocabulary: Vocabulary, faults: Faults) {
  const element = vocabulary.read(node, 'element', faults)?.is;
  if (element !== undefined && !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(element)) {
    faults.at(
      vocabulary.node(node, 'element') ?? node,
      'The name of a data element is of small letters, digits and hyphens, as `citizen-id`.',
    );
  }
  return element ?? null;
}

/** Why a list that a catalog states is none of the channel's. */
function whyNoList(name: string, elements: string | undefined, isOfCodes: boolean): string {
  if (elements !== undefined) {
    return `A list is of values, as \`${name}: [${elements}!]\`; one that holds a null is told as null itself, with an error.`;
  }
  const instead = 'offer a table or a view with a row for each element, and a link to it.';
  return isOfCodes
    ? `A list holds no codes of an enum: make ${name} a list of what its column holds, as \`[String!]\`; or ${instead}`
    : `A list is of ${elementNames.join(', ')}; of others, ${instead}`;
}

const levelsThatNeedMask: readonly Field['level'][] = ['IMPORTANT', 'L3', 'L4'];

/** The names that clients' caches take for an identity without being told: Apollo Client, graphcache, Relay. */
const identities: readonly string[] = ['id', '_id'];

/** Compiles a field, which holds a column's value; undefined if a fault makes that impossible. */
export function compileField(
  node: FieldDefinitionNode,
  ofType: Governance,
  context: FieldContext,
  vocabulary: Vocabulary,
  faults: Faults,
): Field | undefined {
  const name = node.name.value;
  const governance = governField(node, ofType, vocabulary, faults);
  const type = readType(node.type);
  const codeList = context.codeLists.get(type.name) ?? null;
  const scalar = isScalarName(type.name) ? type.name : undefined;
  const elements = type.isList && isElementName(type.name) ? type.name : undefined;
  const ofOne = codeList ? 'Enum' : scalar;
  const typeName = elements ? 'List' : ofOne;
  if (type.isList && ofOne !== undefined && !(elements && type.isOfValues)) {
    if (!faults.within(node.type))
      faults.at(node.type, whyNoList(name, elements, codeList !== null));
    return undefined;
  }
  if (typeName === undefined) {
    if (faults.within(node.type)) return undefined;
    faults.at(
      node.type,
      `${name} is one of ${scalarNames.join(', ')}, an enum of codes, or another type with \`@link(from: …, to: …)\`.`,
    );
    return undefined;
  }
  const element = readElement(node, vocabulary, faults);
  const column = readColumn(
    node,
    { type: typeName, element, codeList, ...(elements && { elements }) },
    context,
    vocabulary,
    faults,
  );
  const mask = readMask(node, typeName, vocabulary, faults);
  const asksForMask =
    levelsThatNeedMask.includes(governance.level) &&
    governance.share !== 'NOT_SHARED' &&
    typeName !== 'Boolean' &&
    typeName !== 'Enum';
  if (asksForMask && !vocabulary.node(node, 'desensitize')) {
    faults.at(
      node,
      `${name} is of level ${governance.level}: state how it is masked by \`@desensitize(rule: …)\`, with WITHHOLD where no part of it may be shown.`,
    );
  }
  if (identities.includes(name) && mask && mask.rule !== 'HASH') {
    faults.at(
      vocabulary.node(node, 'desensitize') ?? node,
      `Clients take "${name}" for what tells objects apart, and a mask gives one text to many: choose another name, or mask it by HASH or WITHHOLD.`,
    );
  }
  const necessaryIn = readScenarios(node, vocabulary, faults);
  if (!column) return undefined;
  return {
    ...governance,
    name,
    description: node.description?.value ?? null,
    type: typeName,
    codeList,
    ...(elements && { elements }),
    nullable: type.nullable,
    column,
    necessaryIn,
    element,
    statesLevel: vocabulary.read(node, 'classify', faults)?.level != null,
    mask,
    isWithheld: mask === null && vocabulary.node(node, 'desensitize') !== undefined,
  };
}
