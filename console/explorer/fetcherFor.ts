import type { GraphiQLProps } from 'graphiql';
import type { ExecutionResult } from 'graphql';

import type { Occasion, Requester } from './explorerConfig.js';

function identify(
  requester: Requester | undefined,
  occasion: Occasion | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (requester?.token != null) headers['authorization'] = `Bearer ${requester.token}`;
  if (requester?.purpose != null) headers['purpose'] = requester.purpose;
  // Who is let in by a purpose looks somebody up for a case.
  if (requester?.purpose != null && occasion) {
    headers['acting-user'] = occasion.actingUser;
    headers['case-reference'] = occasion.caseReference;
  }
  return headers;
}

/** The token stays in this closure: it never reaches an editor, a tab or the browser's storage. */
export function fetcherFor(
  requester: Requester | undefined,
  occasion: Occasion | undefined,
): GraphiQLProps['fetcher'] {
  return async (params, options) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'content-type': 'application/json',
        ...options?.headers,
        ...identify(requester, occasion),
      },
      body: JSON.stringify(params),
    });
    return (await response.json()) as ExecutionResult;
  };
}
