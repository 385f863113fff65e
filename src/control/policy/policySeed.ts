import { z } from 'zod';

import { administratorSeed } from './administratorSeed.js';
import { clientSeed } from './clientSeed.js';
import { grantSeed } from './grantSeed.js';
import { PolicyError } from './policyError.js';
import { ruleSeed } from './ruleSeed.js';

/** The whole of policy, as a file states it. What the form does not know is refused. */
const policySeed = z.strictObject({
  clients: z.array(clientSeed),
  grants: z.array(grantSeed),
  rules: z.array(ruleSeed).default([]),
  /** Who may change all this at run time. */
  administrators: z.array(administratorSeed).default([]),
});

export type PolicySeed = z.infer<typeof policySeed>;
export type PolicySeedInput = z.input<typeof policySeed>;

/**
 * Holds a seed that is JSON already to its form.
 *
 * @throws {PolicyError} with everything that is wrong with its form
 */
export function parseSeed(json: unknown): PolicySeed {
  const parsed = policySeed.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new PolicyError(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  );
}

/**
 * Reads the text of a seed file.
 *
 * @throws {PolicyError} with everything that is wrong with its form
 */
export function readSeed(text: string): PolicySeed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new PolicyError(['the file is JSON']);
  }
  return parseSeed(json);
}
