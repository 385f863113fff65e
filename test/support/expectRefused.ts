import { expect } from '@jest/globals';

import { codesOf } from './alike.js';
import type { GatewayWorld } from './testDeployment.js';
import type { As, GatewayOver } from './testGateway.js';

/**
 * Asks what the contract does not have. It is refused whole, nothing of it dropped in silence, before a
 * source is asked; on record it stands as refused, with nothing read.
 */
export async function expectRefused(
  gateway: GatewayOver<GatewayWorld>,
  as: As,
  query: string,
): Promise<string> {
  const known = gateway.statements.length;
  const { body, text } = await gateway.ask(as, query);
  expect(new Set(codesOf(body))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  expect(body.data).toBeUndefined();
  expect(gateway.statements.slice(known)).toEqual([]);
  expect(gateway.entries().at(-1)).toMatchObject({
    outcome: 'GRAPHQL_VALIDATION_FAILED',
    reads: [],
    statements: 0,
  });
  return text;
}
