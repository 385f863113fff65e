import type { OperationChoice } from '../universe/operation.js';

import type { Received } from './universe.js';

interface Page {
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

/** The cursor that leads on from each list root's page, which way it goes; null where none does. */
export function nextCursors(
  operation: OperationChoice,
  { data }: Received,
): readonly (string | null)[] {
  return operation.map((root, index) => {
    if (root.kind !== 'list' || root.shape === 'total') return null;
    const page = data?.[`r${index}`] as Page | null | undefined;
    if (!page) return null;
    const { startCursor, endCursor, hasNextPage, hasPreviousPage } = page.pageInfo;
    if (root.list.isBackward) return hasPreviousPage ? startCursor : null;
    return hasNextPage ? endCursor : null;
  });
}

const cursorKeys = new Set(['cursor', 'startCursor', 'endCursor']);

/** The answer with the word CURSOR for every cursor, as the reference writes it. */
export function withoutCursors(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      cursorKeys.has(key) && typeof part === 'string' ? 'CURSOR' : part,
    ),
  );
}
