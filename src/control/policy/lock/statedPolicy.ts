import { z } from 'zod';

import { PolicyError } from '../policyError.js';
import { holdTo, policySeed } from '../policySeed.js';

import { statedGrant } from './statedGrant.js';

/** The whole of policy, as a file states it: "*" may stand for fields. */
const statedPolicy = policySeed.extend({ grants: z.array(statedGrant) });
export type StatedPolicy = z.infer<typeof statedPolicy>;

/**
 * Reads the text of a policy file.
 *
 * @throws {PolicyError} with everything that is wrong with its form
 */
export function readStatedPolicy(text: string): StatedPolicy {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new PolicyError(['the file is JSON']);
  }
  return holdTo(statedPolicy, json);
}
