import type { FieldDefinitionNode } from 'graphql';

import type { Storage } from '../../../source/column/column.js';
import type { Reading } from '../../../source/column/reading.js';
import type { Faults } from '../../fault/fault.js';
import type { Field } from '../../model/catalog.js';
import type { DirectiveArguments, Vocabulary } from '../sdl/vocabulary.js';

import { readCode } from './readCode.js';

/** What is wrong with what is stated of true and false; undefined where nothing is. */
function whyNone(type: Field['type'], stated: DirectiveArguments['column']): string | undefined {
  if (type !== 'Boolean') return `\`true\` and \`false\` are of a Boolean; this field is ${type}.`;
  if (stated.true == null || stated.false == null) {
    return 'A Boolean says what its column holds for either: `true: "Y", false: "N"`.';
  }
  return stated.true === stated.false
    ? 'A Boolean is held by two texts, or numbers, that differ.'
    : undefined;
}

/** Reads what a column holds for true and for false; undefined where it says nothing, or what is wrong. */
export function readTruth(
  node: FieldDefinitionNode,
  type: Field['type'],
  storage: Storage | undefined,
  vocabulary: Vocabulary,
  faults: Faults,
): Reading | undefined {
  const stated = vocabulary.read(node, 'column', faults);
  if (stated?.true == null && stated?.false == null) return undefined;
  const no = readCode(stated.false ?? '', storage);
  const yes = readCode(stated.true ?? '', storage);
  const wrong = [no, yes].flatMap((read) => (read.kind === 'refused' ? read.why : []));
  const why = whyNone(type, stated) ?? wrong[0];
  if (why !== undefined) faults.at(vocabulary.node(node, 'column') ?? node, why);
  if (why !== undefined || no.kind === 'refused' || yes.kind === 'refused') return undefined;
  // Of two truths, false comes first.
  const codes = [
    { value: false, code: no.code },
    { value: true, code: yes.code },
  ];
  return { kind: 'codes', codes };
}
