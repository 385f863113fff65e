/** What can have become of an entry of the record. */
export const damageKinds = ['ALTERED', 'DROPPED', 'REORDERED', 'INSERTED', 'TRUNCATED'] as const;
export type DamageKind = (typeof damageKinds)[number];

/**
 * What of a record it is that is damaged: a line, the file of a segment, the file of seals, the head, or the mark
 * that tells which segments are kept here.
 */
export const damagedParts = ['LINE', 'SEGMENT', 'SEALS', 'HEAD', 'KEPT'] as const;

/** A damage to lines that follow one another: its kind, and where it is. It holds nothing of an entry. */
export interface LineDamage {
  readonly kind: DamageKind;
  /** The place in the record of the first entry that it concerns; null where it is no line. */
  readonly seq: number | null;
  /** The line of its file, from 1, at which it shows; null where it is no line. */
  readonly line: number | null;
  /** How many entries it concerns, one after the other. */
  readonly count: number;
}

/** A damage to a record. */
export interface Damage extends LineDamage {
  readonly part: (typeof damagedParts)[number];
  /** The segment, from 1, in whose file it shows; of a mark, the one that it should name; null where none is. */
  readonly segment: number | null;
}

/** After so many damages the walk over a record ends. */
export const maxDamages = 1_000;

/** The line behind the last one that a damage concerns. */
function goesOnAt({ line, count }: LineDamage): number | undefined {
  return line === null ? undefined : line + count;
}

/** Collects damages. Those of one kind in lines that follow one another become one. */
export class Damages {
  readonly #found: LineDamage[] = [];

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
  inOrder(): readonly LineDamage[] {
    return this.#found.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  }
}
