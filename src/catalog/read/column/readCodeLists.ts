import { Kind, type DocumentNode, type EnumTypeDefinitionNode } from 'graphql';

import type { Faults } from '../../fault/fault.js';
import type { CodeList, CodeListValue } from '../../model/codeList.js';
import { whyNoListName } from '../../model/whyReserved.js';
import type { Vocabulary } from '../sdl/vocabulary.js';

/** So many a statement can tell apart. */
const mostValues = 500;

function readValues(
  node: EnumTypeDefinitionNode,
  vocabulary: Vocabulary,
  faults: Faults,
): readonly CodeListValue[] {
  const holders = new Map<string, string>();
  const names = new Set<string>();
  return (node.values ?? []).flatMap((item): readonly CodeListValue[] => {
    const name = item.name.value;
    if (names.has(name)) faults.at(item.name, `A code list has each value once; ${name} is one.`);
    names.add(name);
    const stated = vocabulary.read(item, 'code', faults);
    if (!stated) {
      if (!vocabulary.node(item, 'code')) {
        faults.at(item, `A value says what columns hold for it: \`${name} @code(value: "1")\`.`);
      }
      return [];
    }
    const other = holders.get(stated.value);
    if (other !== undefined) {
      faults.at(item, `A code stands for one value; \`"${stated.value}"\` is ${other} already.`);
    }
    holders.set(stated.value, name);
    const said = [stated.title, item.description?.value].filter((part) => part != null);
    return [{ name, code: stated.value, description: said.join('\n\n') || null }];
  });
}

function listOf(
  node: EnumTypeDefinitionNode,
  vocabulary: Vocabulary,
  faults: Faults,
): readonly [string, CodeList] {
  const name = node.name.value;
  const values = readValues(node, vocabulary, faults);
  return [name, { name, description: node.description?.value ?? null, values }];
}

/** Reads the code lists of all catalogs, which any of them may use, and of the vocabulary. */
export function readCodeLists(
  documents: readonly DocumentNode[],
  vocabulary: Vocabulary,
  faults: Faults,
): ReadonlyMap<string, CodeList> {
  const lists = new Map(vocabulary.standards.map((node) => listOf(node, vocabulary, faults)));
  for (const node of documents.flatMap(({ definitions }) => definitions)) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION) continue;
    const name = node.name.value;
    const taken = whyNoListName(name);
    if (taken !== undefined) faults.at(node.name, taken);
    else if (vocabulary.standards.some((standard) => standard.name.value === name)) {
      faults.at(node.name, `The code list ${name} is that of a standard: use it, or name another.`);
    } else if (lists.has(name)) {
      faults.at(node.name, `One catalog states the code list ${name}, and all may use it.`);
    }
    const list = listOf(node, vocabulary, faults);
    if (list[1].values.length > mostValues) {
      faults.at(node.name, `A code list has ${mostValues} values at the most; link to a resource.`);
    }
    lists.set(...list);
  }
  return lists;
}
