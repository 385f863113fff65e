import type { ResourceDecision } from '../../policy/model/decisions.js';
import { rootFields } from '../rootFields.js';
import { listConfig } from '../types/listConfig.js';
import { outputType, type VisibleType } from '../types/outputType.js';
import { WhereTypes } from '../types/whereTypes.js';

/** What a contract has of one resource. Contracts that differ in row scopes alone have the same. */
export interface ResourceTypes {
  readonly group: TypeGroup;
  /** A decision of this shape; its row scope is that of the contract for which it was made. */
  readonly decision: ResourceDecision;
  readonly isVisible: boolean;
  readonly roots: ReturnType<typeof rootFields>;
}

function isVisible({ fields }: ResourceDecision): boolean {
  return [...fields.values()].some(({ form }) => form.kind !== 'WITHHELD');
}

/**
 * The types and root fields of resources that lead to one another. It holds on to the groups that it leads
 * to: their types are part of its own.
 */
export class TypeGroup {
  /** Equal for groups of the same resources, decided alike, which lead to equal ones. */
  readonly key: string;
  readonly resources: ReadonlyMap<string, ResourceTypes>;
  readonly #visible = new Map<string, VisibleType>();
  readonly #wheres: WhereTypes;
  readonly #beyond = new Map<string, TypeGroup>();

  /** @param decisions of its resources */
  constructor(key: string, decisions: readonly ResourceDecision[], beyond: readonly TypeGroup[]) {
    this.key = key;
    for (const group of beyond) {
      for (const name of group.resources.keys()) this.#beyond.set(name, group);
    }
    const shown = decisions.filter(isVisible);
    const members = new Map(shown.map((decision) => [decision.resource.name, decision]));
    this.#wheres = new WhereTypes(members, (name) => {
      const group = this.#beyond.get(name);
      return group && group.#wheres.members.has(name) ? group.#wheres : undefined;
    });
    for (const [name, decision] of members) {
      const type = outputType(decision, (target) => this.#typeOf(target));
      this.#visible.set(name, { type, list: listConfig(decision, type, this.#wheres) });
    }
    this.resources = new Map(
      decisions.map((decision) => {
        const visible = this.#visible.get(decision.resource.name);
        const roots = rootFields(decision, visible);
        const types = { group: this, decision, isVisible: visible !== undefined, roots };
        return [decision.resource.name, types] as const;
      }),
    );
  }

  #typeOf(name: string): VisibleType | undefined {
    const group = this.#visible.has(name) ? this : this.#beyond.get(name);
    return group && group.#visible.get(name);
  }
}
