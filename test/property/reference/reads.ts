import type { ListArguments, Where } from '../universe/conditions.js';
import { fieldsOf } from '../universe/cubes.js';
import type { CatalogChoice } from '../universe/governance.js';
import { model, type TypeName } from '../universe/model.js';
import type { ModelLink } from '../universe/modelLink.js';
import type { OperationChoice, RootField, Selection } from '../universe/operation.js';

import type { ReferenceDecisions } from './decide.js';

/** What an operation reads: `Type` of each type that it comes to, `Type.field` of each field. */
export type ReadNames = ReadonlySet<string>;

/** "What is shown, compared, sorted by, grouped by or told is read": walked as the operation was drawn. */
class ReadWalk {
  readonly found = new Set<string>();

  field(type: TypeName, name: string): void {
    this.found.add(type);
    if (name !== '__typename') this.found.add(`${type}.${name}`);
  }

  /** "It tells of a junction's rows that they are there." */
  #follow(type: TypeName, name: string): ModelLink {
    const link = model[type].links[name]!;
    for (const { target } of link.steps) this.found.add(target);
    return link;
  }

  where(type: TypeName, where: Where | undefined): void {
    switch (where?.kind) {
      case undefined:
        return;
      case 'compare':
      case 'isNull':
        this.field(type, where.field);
        return;
      case 'not':
        this.where(type, where.of);
        return;
      case 'and':
      case 'or':
        for (const part of where.of) this.where(type, part);
        return;
      case 'through': {
        const { target } = this.#follow(type, where.link);
        this.where(target, where.of);
      }
    }
  }

  list(type: TypeName, { where, orderBy }: ListArguments): void {
    this.found.add(type);
    this.where(type, where);
    for (const { field } of orderBy) this.field(type, field);
  }

  selections(type: TypeName, selections: readonly Selection[]): void {
    this.found.add(type);
    for (const selection of selections) {
      switch (selection.kind) {
        case 'field':
          this.field(type, selection.name);
          break;
        case 'link':
          this.selections(model[type].links[selection.name]!.target, selection.selections);
          break;
        case 'many': {
          const { target } = this.#follow(type, selection.name);
          this.list(target, selection.list);
          if (selection.shape !== 'total') this.selections(target, selection.selections);
          break;
        }
        case 'fragment':
          this.selections(type, selection.selections);
          break;
        case 'when':
          if (['@include(if: $yes)', '@skip(if: $no)'].includes(selection.directive)) {
            this.selections(type, selection.selections);
          }
      }
    }
  }

  root(root: RootField, decisions: ReferenceDecisions): void {
    const { type } = root;
    switch (root.kind) {
      case 'lookup':
      case 'batch':
        this.selections(type, root.selections);
        return;
      case 'list':
        this.list(type, root.list);
        if (root.shape !== 'total') this.selections(type, root.selections);
        return;
      case 'aggregate':
        this.found.add(type);
        this.where(type, root.asked.where);
        for (const { field } of [...root.asked.groupBy, ...root.asked.tells]) {
          this.field(type, field);
        }
        return;
      case 'statistics':
        for (const name of fieldsOf(root.asked.cube)) this.field(type, name);
        return;
      case 'verify':
        this.found.add(type);
        // "Claims are the grant's fixed set": all are compared, whatever is claimed.
        for (const name of decisions[type]?.verification?.claims ?? []) this.field(type, name);
    }
  }
}

function readsOfRoots(roots: readonly RootField[], decisions: ReferenceDecisions): ReadNames {
  const walk = new ReadWalk();
  for (const root of roots) walk.root(root, decisions);
  return walk.found;
}

export function readsOf(operation: OperationChoice, decisions: ReferenceDecisions): ReadNames {
  return readsOfRoots(operation, decisions);
}

/** "A lookup or verification of data of level L3 or above states its occasion." */
export function callsForOccasion(
  operation: OperationChoice,
  decisions: ReferenceDecisions,
  catalog: CatalogChoice,
): boolean {
  const asking = operation.filter(({ kind }) => ['lookup', 'batch', 'verify'].includes(kind));
  return [...readsOfRoots(asking, decisions)].some((read) => {
    const [type, field] = read.split('.') as [TypeName, string?];
    const { level, fields } = catalog[type];
    return ['L3', 'L4'].includes(field === undefined ? level : fields[field]!.level);
  });
}
