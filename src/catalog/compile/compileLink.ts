import type { ASTNode, FieldDefinitionNode } from 'graphql';

import type { Faults } from '../fault/fault.js';
import type { Link, LinkPart, LinkStep } from '../model/catalog.js';
import { readType } from '../read/sdl/readType.js';
import type { DirectiveArguments, Vocabulary } from '../read/sdl/vocabulary.js';

const notOnLinks = [
  'share',
  'open',
  'classify',
  'desensitize',
  'column',
  'necessary',
  'element',
] as const;

/** Puts the fields of both ends together; undefined where that cannot be. */
function pairs(
  from: readonly string[],
  to: readonly string[],
  [one, other]: readonly [string, string],
  at: ASTNode,
  faults: Faults,
): readonly LinkPart[] | undefined {
  if (from.length === 0 || from.length !== to.length) {
    faults.at(
      at,
      `A link leads by as many fields at either end, one at least; \`${one}\` names ${from.length}, \`${other}\` ${to.length}.`,
    );
    return undefined;
  }
  if (new Set(from).size < from.length || new Set(to).size < to.length) {
    faults.at(at, 'A link names each field of an end once.');
    return undefined;
  }
  return from.map((name, place) => ({ from: name, to: to[place] ?? '' }));
}

function readSteps(
  { from, to, through }: DirectiveArguments['link'],
  target: string,
  at: ASTNode,
  faults: Faults,
): readonly LinkStep[] | undefined {
  if (!through) {
    const on = pairs(from, to, ['from', 'to'], at, faults);
    return on && [{ target, on }];
  }
  const near = pairs(from, through.from, ['from', 'through.from'], at, faults);
  const far = pairs(through.to, to, ['through.to', 'to'], at, faults);
  if (!near || !far) return undefined;
  return [
    { target: through.type, on: near },
    { target, on: far },
  ];
}

/** Compiles a link; undefined if a fault makes that impossible. */
export function compileLink(
  node: FieldDefinitionNode,
  vocabulary: Vocabulary,
  faults: Faults,
): Link | undefined {
  const link = vocabulary.read(node, 'link', faults);
  const type = readType(node.type);
  for (const name of notOnLinks) {
    const stray = vocabulary.node(node, name);
    if (stray) {
      faults.at(stray, `A link holds no value: put @${name} on the field that carries it.`);
    }
  }
  if (!link || faults.within(node.type)) return undefined;
  if (!type.nullable) {
    faults.at(
      node.type,
      `A link may find no row, or its source may fail, so the type of ${node.name.value} is nullable: ${type.name}, or [${type.name}!] for many.`,
    );
    return undefined;
  }
  const steps = readSteps(link, type.name, vocabulary.node(node, 'link') ?? node, faults);
  if (!steps) return undefined;
  if (steps.length > 1 && !type.isList) {
    faults.at(
      node.type,
      `A link through a junction leads to many rows, so its type is [${type.name}!].`,
    );
    return undefined;
  }
  return {
    name: node.name.value,
    description: node.description?.value ?? null,
    target: type.name,
    steps,
    isMany: type.isList,
  };
}
