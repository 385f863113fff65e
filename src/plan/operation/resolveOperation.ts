import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

import { ExchangeError } from '../../errors/exchangeError.js';

/** The operation that a request asks for, with its document's fragments. */
export interface ResolvedOperation {
  readonly kind: 'resolved';
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

export interface Unresolved {
  readonly kind: 'unresolved';
  readonly error: ExchangeError;
}

/** Finds the operation (GraphQL specification, 6.1: GetOperation). */
export function resolveOperation(
  document: DocumentNode,
  operationName: string | null,
): ResolvedOperation | Unresolved {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const named = operations.filter(
    ({ name }) => operationName === null || name?.value === operationName,
  );
  const [operation, second] = named;
  if (operation && !second) return { kind: 'resolved', operation, fragments };
  const why =
    operations.length === 0
      ? 'A document holds an operation; this one holds none.'
      : operationName === null
        ? 'A document of several operations is sent with `operationName`; this request states none.'
        : '`operationName` is the name of one operation of the document; what is stated is not.';
  return { kind: 'unresolved', error: new ExchangeError('OPERATION_RESOLUTION_FAILURE', why) };
}
