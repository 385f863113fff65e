import { z } from 'zod';

import { administratorSeed } from './administratorSeed.js';
import { clientSeed } from './clientSeed.js';
import { grantSeed } from './grantSeed.js';
import { PolicyError } from './policyError.js';
import { ruleSeed } from './ruleSeed.js';

/** The whole of policy, each grant with its fields. What the form does not know is refused. */
export const policySeed = z.strictObject({
  clients: z.array(clientSeed),
  grants: z.array(grantSeed),
  rules: z.array(ruleSeed).default([]),
  /** Who may change all this at run time. */
  administrators: z.array(administratorSeed).default([]),
});

export type PolicySeed = z.infer<typeof policySeed>;
export type PolicySeedInput = z.input<typeof policySeed>;

/**
 * Holds JSON to a form.
 *
 * @throws {PolicyError} with everything that is wrong with it
 */
export function holdTo<Form extends z.ZodType>(form: Form, json: unknown): z.output<Form> {
  const parsed = form.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new PolicyError(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  );
}

/**
 * Holds a seed that is JSON already to its form.
 *
 * @throws {PolicyError} with everything that is wrong with its form
 */
export function parseSeed(json: unknown): PolicySeed {
  return holdTo(policySeed, json);
}
