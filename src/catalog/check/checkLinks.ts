import type { FieldDefinitionNode } from 'graphql';

import type { CompiledType, CompiledTypes } from '../compile/compiledType.js';
import type { Faults } from '../fault/fault.js';
import { areUnique } from '../model/areUnique.js';
import type { Field, Link, LinkStep } from '../model/catalog.js';

import { checkLinkEnds } from './checkLinkEnds.js';

/** Finds the field at one end of a link; undefined if there is none, or if it is at fault itself. */
function findEnd(
  { node, fields, links }: CompiledType,
  name: string,
  which: string,
  at: FieldDefinitionNode,
  faults: Faults,
): Field | undefined {
  const field = fields.get(name);
  if (field) return field;
  const item = node.fields?.find((candidate) => candidate.name.value === name);
  // A field with a fault is already reported. A link holds no value, so it cannot be an end.
  if (item && !links.has(name)) return undefined;
  faults.at(at, `A link's \`${which}\` names a field of ${node.name.value}; "${name}" is none.`);
  return undefined;
}

/** What the ends of a step are called where the link is stated. */
function endsOf({ steps }: Link, step: LinkStep): readonly [from: string, to: string] {
  if (steps.length === 1) return ['from', 'to'];
  return step === steps[0] ? ['from', 'through.from'] : ['through.to', 'to'];
}

/** Checks the ends of one step, and gives the fields that it leads to, as far as there are such. */
function checkStep(
  step: LinkStep,
  [from, to]: readonly [CompiledType, CompiledType],
  link: Link,
  at: FieldDefinitionNode,
  faults: Faults,
): readonly Field[] {
  const [near, far] = endsOf(link, step);
  return step.on.flatMap((part) => {
    const [one, other] = [
      findEnd(from, part.from, near, at, faults),
      findEnd(to, part.to, far, at, faults),
    ];
    if (one && other) {
      checkLinkEnds({ of: from, field: one }, { of: to, field: other }, at, faults);
    }
    return other ?? [];
  });
}

/** Checks that a link to one row does lead to one at most, and that many rows have an order. */
function checkTarget(
  link: Link,
  { resource, table }: CompiledType,
  to: readonly Field[],
  at: FieldDefinitionNode,
  faults: Faults,
): void {
  if (!resource || to.length < (link.steps.at(-1)?.on.length ?? 0)) return;
  const { name, key, unique, pageBy } = resource;
  const columns = to.map(({ column }) => column.name);
  // A key that tells no rows apart is told of where it stands.
  const isKey = key.length > 0 && key.every((part) => to.some((field) => field.name === part));
  if (!link.isMany && table && !isKey && !areUnique(columns, unique, table)) {
    const known =
      key.length > 0
        ? `as its key ${key.map((part) => `"${part}"`).join(', ')} does`
        : 'and it has no key';
    faults.at(
      at,
      `A link to one row leads to fields that tell the rows of ${name} apart, ${known}; a link to many is of type [${name}!].`,
    );
  }
  if (link.isMany && pageBy.length === 0) {
    faults.at(at, `A link to many rows needs their order: ${name} has no \`pageBy\`.`);
  }
}

/** Checks that rows of a junction lead on within its source: one statement joins them to their rows. */
function checkJunction(
  { steps }: Link,
  types: CompiledTypes['types'],
  at: FieldDefinitionNode,
  faults: Faults,
): void {
  const [junction, target] = steps.map((step) => types.get(step.target)?.resource);
  if (!junction || !target || junction.source === target.source) return;
  faults.at(
    at,
    `A junction is in the source of the rows that it leads to; ${junction.name} is in "${junction.source}", ${target.name} in "${target.source}". Link to ${junction.name}, and from there to ${target.name}.`,
  );
}

function checkLink(
  link: Link,
  compiled: CompiledType,
  { types, unread }: CompiledTypes,
  at: FieldDefinitionNode,
  faults: Faults,
): void {
  let from = compiled;
  let to: readonly Field[] = [];
  for (const step of link.steps) {
    const next = types.get(step.target);
    if (!next) {
      if (unread.has(step.target)) return;
      const what = step.target === link.target ? 'A link leads to' : 'A junction is';
      faults.at(at, `${what} a resource; ${step.target} is none.`);
      return;
    }
    to = checkStep(step, [from, next], link, at, faults);
    from = next;
  }
  checkTarget(link, from, to, at, faults);
  checkJunction(link, types, at, faults);
}

/** Checks both ends of every link of a resource. */
export function checkLinks(compiled: CompiledType, declared: CompiledTypes, faults: Faults): void {
  for (const link of compiled.links.values()) {
    const at = compiled.node.fields?.find(({ name }) => name.value === link.name);
    if (at) checkLink(link, compiled, declared, at, faults);
  }
}
