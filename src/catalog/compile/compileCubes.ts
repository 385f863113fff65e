import type { ConstDirectiveNode, ObjectTypeDefinitionNode } from 'graphql';

import { scalarTypes } from '../../value/scalarTypes.js';
import { textOfUnits, unitsOf } from '../../value/unitsOf.js';
import type { Faults } from '../fault/fault.js';
import type { Cube, CubeMeasure, Field, GroupField } from '../model/catalog.js';
import { groupFieldsOf } from '../model/groupFieldsOf.js';
import type { DirectiveArguments, Vocabulary } from '../read/sdl/vocabulary.js';

/** The parts of a resource against which its cubes are checked. */
export interface CubeContext {
  readonly key: readonly string[];
  readonly subject: string | null;
  readonly fields: ReadonlyMap<string, Field>;
  /** Fields with faults of their own. Nothing is known of a cube over one of them. */
  readonly unread: ReadonlySet<string>;
}

type Stated = DirectiveArguments['cube'];

const wholeDays: readonly Field['type'][] = ['Date', 'LocalDateTime', 'DateTime'];
const maxDimensions = 3;
const minThreshold = 3;
/** The greatest base of a sum, in units. Offsets below twice as much are still drawn evenly. */
const maxBaseOfSum = 10 ** 10;
/** The most units that one counts for, so that no sum is too great for a source. */
const maxUnits = 2 ** 31 - 1;
/** The most digits after the point: with more, nobody could count for 1. */
const maxScale = 9;

/** Reads one cube and reports its faults at its directive. */
class CubeReader {
  readonly #context: CubeContext;
  readonly #node: ConstDirectiveNode;
  readonly #faults: Faults;
  #isSound = true;

  constructor(context: CubeContext, node: ConstDirectiveNode, faults: Faults) {
    this.#context = context;
    this.#node = node;
    this.#faults = faults;
  }

  read(stated: Stated, taken: ReadonlyMap<string, Cube>): Cube | undefined {
    const { name, title, threshold, rounding } = stated;
    if (!/^[A-Za-z]\w*$/.test(name) || ['true', 'false', 'null'].includes(name)) {
      this.#refuse('The name of a cube is of letters and digits and begins with a letter.');
    }
    if (taken.has(name)) this.#refuse(`Each cube of a type has a name of its own; ${name} is one.`);
    const dimensions = this.#dimensions(stated.dimensions);
    const base = Math.max(threshold, rounding);
    const measures = this.#measures(stated, dimensions, base);
    if (threshold < minThreshold) {
      this.#refuse(`\`threshold\` is ${minThreshold} at the least: of two, each knows the other.`);
    }
    if (rounding < 1) this.#refuse('`rounding` is what numbers are multiples of, from 1.');
    if (!this.#isSound) return undefined;
    return { name, title, dimensions, measures, base };
  }

  #dimensions(names: readonly string[]): readonly GroupField[] {
    const { fields } = this.#context;
    if (names.length === 0 || names.length > maxDimensions) {
      this.#refuse(`A cube has 1 to ${maxDimensions} dimensions; this one has ${names.length}.`);
    }
    const known = groupFieldsOf(fields.values(), fields);
    const dimensions = names.flatMap((name) => {
      const dimension = known.get(name);
      if (dimension) return this.#isDimension(dimension) ? dimension : [];
      this.#miss(
        name.replace(/_(year|month)$/, ''),
        `A dimension is a field, but none of numbers with a fraction, or of a Date its year or month, as \`birthDate_year\`; "${name}" is none.`,
      );
      return [];
    });
    this.#once(dimensions.map(({ field }) => field.name));
    return dimensions;
  }

  #isDimension({ name, field, part }: GroupField): boolean {
    if (wholeDays.includes(field.type) && part === 'value') {
      this.#refuse(`A whole day tells people apart: take \`${name}_year\` or \`${name}_month\`.`);
      return false;
    }
    return this.#mayBeCounted(field);
  }

  #measures(
    { measures: names, atMost }: Stated,
    dimensions: readonly GroupField[],
    base: number,
  ): readonly CubeMeasure[] {
    if (atMost.length !== names.length) {
      this.#refuse(
        `\`atMost\` has a number for each of \`measures\`, the most that one person counts for in its sum; it has ${atMost.length}, and there are ${names.length} measures.`,
      );
    }
    const measures = names.flatMap((name, at) => {
      const field = this.#context.fields.get(name);
      if (field?.type === 'Int' || field?.type === 'Decimal') {
        if (!this.#hasUnit(field)) return [];
        const most = this.#atMost(field, atMost[at] ?? 1, base);
        return this.#mayBeCounted(field) ? { name, field, atMost: most } : [];
      }
      this.#miss(
        name,
        `A measure is a field of type Int or Decimal, which is summed up; "${name}" is none.`,
      );
      return [];
    });
    this.#once([...dimensions.map(({ field }) => field.name), ...names]);
    return measures;
  }

  /** Sums are of whole numbers, so decimals are summed as units of their last digit. */
  #hasUnit({ name, column: { storage, scale } }: Field): boolean {
    if (storage !== 'DECIMAL' || (scale !== undefined && scale <= maxScale)) return true;
    this.#refuse(
      `A measure has a stated number of digits after the point, ${maxScale} at the most; the column of "${name}" has ${scale ?? 'none stated'}: offer a view with a narrower one, as DECIMAL(18, 2).`,
    );
    return false;
  }

  #atMost({ name, column: { scale = 0 } }: Field, stated: unknown, base: number): number {
    const text = scalarTypes.Decimal.accept(stated);
    const units = text === undefined ? undefined : unitsOf(String(text), scale);
    if (text !== undefined && units === undefined) {
      this.#refuse(
        `\`atMost\` has no more digits after the point than "${name}" has in its column, ${scale}.`,
      );
    } else if (units === undefined || units < 1n) {
      this.#refuse(
        `\`atMost\` is the most that one person counts for, from ${textOfUnits(1n, scale)}.`,
      );
    } else if (units > maxUnits || Number(units) * base > maxBaseOfSum) {
      const unit = scale === 0 ? '' : ` units of ${textOfUnits(1n, scale)}`;
      this.#refuse(
        `Sums are told as multiples of \`atMost\` × \`threshold\`, here ${units} × ${base}${unit}; that is ${maxBaseOfSum} at the most, and \`atMost\` ${maxUnits}.`,
      );
    }
    return Number(units ?? 1n);
  }

  #mayBeCounted({ name, share, element }: Field): boolean {
    if (share === 'NOT_SHARED') {
      this.#refuse(`"${name}" is NOT_SHARED, so nothing of it is counted either.`);
      return false;
    }
    const { key, subject, fields } = this.#context;
    // A part of a key tells no two rows apart by itself.
    const tellsApart = [...(key.length === 1 ? key : []), ...(subject === null ? [] : [subject])];
    const holdsWhoItIs = tellsApart.some(
      (one) => one === name || (element !== null && fields.get(one)?.element === element),
    );
    if (!holdsWhoItIs) return true;
    this.#refuse(`"${name}" tells people apart, so it is no dimension or measure of them.`);
    return false;
  }

  #once(names: readonly string[]): void {
    const repeated = names.find((name, at) => names.indexOf(name) !== at);
    if (repeated === undefined || !this.#isSound) return;
    this.#refuse(`A cube goes by each field once; "${repeated}" stands twice.`);
  }

  /** Refuses the cube, but silently if the field itself is at fault, since that is already reported. */
  #miss(field: string, message: string): void {
    if (this.#context.unread.has(field)) this.#isSound = false;
    else this.#refuse(message);
  }

  #refuse(message: string): void {
    this.#isSound = false;
    this.#faults.at(this.#node, message);
  }
}

/** Compiles the statistics that a type declares. */
export function compileCubes(
  node: ObjectTypeDefinitionNode,
  context: CubeContext,
  vocabulary: Vocabulary,
  faults: Faults,
): ReadonlyMap<string, Cube> {
  const cubes = new Map<string, Cube>();
  for (const { node: at, stated } of vocabulary.readEach(node, 'cube', faults)) {
    const cube = new CubeReader(context, at, faults).read(stated, cubes);
    if (cube) cubes.set(cube.name, cube);
  }
  return cubes;
}
