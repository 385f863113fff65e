/** What can have become of an entry of the record. */
export const damageKinds = ['ALTERED', 'DROPPED', 'REORDERED', 'INSERTED', 'TRUNCATED'] as const;
export type DamageKind = (typeof damageKinds)[number];

/** One damage: its kind, and where it is. It holds nothing of an entry. */
export interface Damage {
  readonly kind: DamageKind;
  /** The place in the record of the first entry that it concerns; null where it is the head. */
  readonly seq: number | null;
  /** The line, from 1, at which it shows; null where it is the head. */
  readonly line: number | null;
  /** How many entries it concerns, one after the other. */
  readonly count: number;
}

/** After so many damages the walk over a record ends. */
export const maxDamages = 1_000;

/** The line behind the last one that a damage concerns. */
function goesOnAt({ line, count }: Damage): number | undefined {
  return line === null ? undefined : line + count;
}

/** Collects damages. Those of one kind in lines that follow one another become one. */
export class Damages {
  readonly #found: Damage[] = [];

  get size(): number {
    return this.#found.length;
  }

  add(kind: DamageKind, seq: number | null, line: number | null, count = 1): void {
    const last = this.#found.at(-1);
    if (last && kind !== 'DROPPED' && line === goesOnAt(last) && last.kind === kind) {
      this.#found[this.#found.length - 1] = { ...last, count: last.count + count };
    } else {
      this.#found.push({ kind, seq, line, count });
    }
  }

  /** In the order of their lines, those of the head last. */
  inOrder(): readonly Damage[] {
    return this.#found.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  }
}
