import { GraphQLError, getLocation, type ASTNode, type DocumentNode } from 'graphql';

import { frameOf } from './frameOf.js';
import { subjectAt, type Subject } from './subjectAt.js';

/**
 * What is wrong with a catalog, where, and what would be right. Line and column count from 1. A warning
 * has the same form: the catalog can be used, and somebody should know.
 */
export interface Fault {
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The lines around the fault, with its place marked. */
  readonly frame: string;
  /** Null where it is about no type, as of a text that is no GraphQL. */
  readonly about: Subject | null;
}

interface Placed {
  readonly fault: Fault;
  readonly position: number;
}

function byPlace(one: Placed, other: Placed): number {
  if (one.fault.file !== other.fault.file) return one.fault.file < other.fault.file ? -1 : 1;
  return one.position - other.position;
}

function place(
  { source, positions, message }: GraphQLError,
  documents: ReadonlyMap<string, DocumentNode>,
  stated?: Subject | null,
): Placed {
  const position = positions?.[0];
  if (source === undefined || position === undefined) {
    return {
      fault: { message, file: '', line: 1, column: 1, frame: '', about: null },
      position: 0,
    };
  }
  const location = getLocation(source, position);
  const frame = frameOf(source, location);
  const document = documents.get(source.name);
  const about = stated ?? (document ? subjectAt(document, position) : null);
  return { fault: { message, file: source.name, ...location, frame, about }, position };
}

/** Collects the faults and the warnings of one compilation. */
export class Faults {
  readonly #placed: Placed[] = [];
  readonly #warned: Placed[] = [];
  readonly #documents = new Map<string, DocumentNode>();

  /** Names a document in which faults may be found, of which each then tells what it is about. */
  over(document: DocumentNode): void {
    if (document.loc) this.#documents.set(document.loc.source.name, document);
  }

  /** Adds a fault at a node of a catalog's document. */
  at(node: ASTNode, message: string): void {
    this.from(new GraphQLError(message, { nodes: node }));
  }

  /**
   * Adds a fault that graphql-js found and located.
   *
   * @param about what it is about, where its text could not be parsed
   */
  from(error: GraphQLError, about?: Subject | null): void {
    this.#placed.push(place(error, this.#documents, about));
  }

  /** Warns at a node: the catalog can be used, and does not do all that its reader may think. */
  warn(node: ASTNode, message: string): void {
    this.#warned.push(place(new GraphQLError(message, { nodes: node }), this.#documents));
  }

  /** Whether a node holds a fault already. Another fault there may be a mere result of it. */
  within({ loc }: ASTNode): boolean {
    return this.#placed.some(
      ({ fault, position }) =>
        loc !== undefined &&
        fault.file === loc.source.name &&
        position >= loc.start &&
        position < loc.end,
    );
  }

  /** All faults so far, ordered by file name, then by place in the file. */
  get found(): readonly Fault[] {
    return [...this.#placed].sort(byPlace).map(({ fault }) => fault);
  }

  /** All warnings so far, in the order of the faults. */
  get warnings(): readonly Fault[] {
    return [...this.#warned].sort(byPlace).map(({ fault }) => fault);
  }
}
