import type { OperationChoice } from '../universe/operation.js';

import type { Received } from './universe.js';

interface Page {
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** The cursor at the end of each list root's page; null where no further page follows. */
export function nextCursors(
  operation: OperationChoice,
  { data }: Received,
): readonly (string | null)[] {
  return operation.map((root, index) => {
    if (root.kind !== 'list') return null;
    const page = data?.[`r${index}`] as Page | null | undefined;
    return page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
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
