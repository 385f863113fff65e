import { PolicyError } from '../../../src/control/policy/policyError.js';
import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import { keyOf } from '../../support/testClients.js';
import { testCatalog } from '../support/testCatalog.js';

/** A policy without a fault; those that are refused differ from it in one place. */
export const seed: PolicySeedInput = {
  clients: [
    {
      id: 'school',
      agency: 'qd-education',
      attributes: { districts: ['370202', '370203'], city: '3702' },
      keys: [keyOf('school').registered],
    },
    { id: 'fund', agency: 'qd-housing-fund', keys: [] },
  ],
  grants: [
    {
      id: 'G-1',
      client: 'school',
      purpose: 'enrolment',
      validUntil: '2099-12-31T23:59:59+08:00',
      resources: {
        Resident: {
          reach: ['LOOKUP', 'LIST'],
          fields: { idNo: { uses: ['LOOKUP'] }, name: {}, divisionCode: { uses: ['JOIN'] } },
          links: ['division'],
          rows: { divisionCode: { in: '$requester.districts' } },
        },
      },
    },
  ],
};

/** What is told of a policy's text, a line each; empty where it can be used. */
export function problemsOfText(text: string): readonly string[] {
  try {
    readPolicy(text, testCatalog);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const [first, ...problems] = error.message.split('\n');
    if (first !== 'The policy cannot be used:') throw error;
    return problems.map((problem) => problem.trim());
  }
}

export function problemsOf(policy: unknown): readonly string[] {
  return problemsOfText(JSON.stringify(policy));
}
