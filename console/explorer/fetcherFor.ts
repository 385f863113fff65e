import type { GraphiQLProps } from 'graphiql';
import type { ExecutionResult } from 'graphql';

import type { Requester } from './explorerConfig.js';

function identify(requester: Requester | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (requester?.token != null) headers['authorization'] = `Bearer ${requester.token}`;
  if (requester?.purpose != null) headers['purpose'] = requester.purpose;
  return headers;
}

/** The token stays in this closure: it never reaches an editor, a tab or the browser's storage. */
export function fetcherFor(requester: Requester | undefined): GraphiQLProps['fetcher'] {
  return async (params, options) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'content-type': 'application/json',
        ...options?.headers,
        ...identify(requester),
      },
      body: JSON.stringify(params),
    });
    return (await response.json()) as ExecutionResult;
  };
}
