import { GraphQLError, getLocation, printSourceLocation, type ASTNode } from 'graphql';

/** What is wrong with a catalog, where, and what would be right. Line and column count from 1. */
export interface Fault {
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The lines around the fault, the place marked. */
  readonly frame: string;
}

export class CatalogError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(
      faults
        .map(
          (fault) => `${fault.file}:${fault.line}:${fault.column} ${fault.message}\n${fault.frame}`,
        )
        .join('\n\n'),
    );
    this.name = 'CatalogError';
    this.faults = faults;
  }
}

/** Collects the faults of one compilation. */
export class Faults {
  readonly found: Fault[] = [];

  /** A fault at a node of a catalog's document. */
  at(node: ASTNode, message: string): void {
    this.from(new GraphQLError(message, { nodes: node }));
  }

  /** A fault that graphql-js found and located. */
  from(error: GraphQLError): void {
    const { source } = error;
    const position = error.positions?.[0];
    if (source === undefined || position === undefined) {
      this.found.push({ message: error.message, file: '', line: 1, column: 1, frame: '' });
      return;
    }
    const location = getLocation(source, position);
    const frame = printSourceLocation(source, location);
    this.found.push({ message: error.message, file: source.name, ...location, frame });
  }
}
