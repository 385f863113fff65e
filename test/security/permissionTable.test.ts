import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Entry } from '../../src/record/entry/entry.js';
import { codesOf } from '../support/alike.js';
import type { GatewayWorld } from '../support/testDeployment.js';
import { openGatewayOver, type GatewayOver } from '../support/testGateway.js';

import { readColumnOutcomes } from './permission/columnOutcomes.js';
import { columnSets } from './permission/columnSets.js';
import { openPeople } from './permission/openPeople.js';
import { operations, tell, type OperationName } from './permission/operations.js';
import { peoplePolicy } from './permission/peoplePolicy.js';
import { rowScopes, told } from './permission/rowScopes.js';

const names = <Name extends string>(of: Readonly<Record<Name, unknown>>) =>
  Object.keys(of) as Name[];
const sets = names(columnSets);
const scopes = names(rowScopes);
const operationNames = names(operations);
const outcomes = readColumnOutcomes();

type Answer = Awaited<ReturnType<typeof gateway.ask>>;
type Scope = (typeof scopes)[number];

const purposeOf = (set: string, scope: Scope) => `${sets.indexOf(set)}-${scopes.indexOf(scope)}`;

let gateway: GatewayOver<GatewayWorld>;
beforeAll(async () => {
  const permissions = sets.flatMap((set) =>
    scopes.map((scope) => ({
      purpose: purposeOf(set, scope),
      set: columnSets[set]!,
      scope: rowScopes[scope],
    })),
  );
  gateway = await openGatewayOver(await openPeople(), { policy: peoplePolicy(permissions) });
});
afterAll(() => gateway.close());

/** The column set says whether there is an answer, and the row scope what it tells. */
function expectedOf(set: string, scope: Scope, operation: OperationName): string {
  const outcome = outcomes.get(set)?.get(operation);
  if (outcome === 'no') return 'refused';
  if (operation !== 'show') return told[scope][operation];
  return told[scope][outcome === 'clear' ? 'clear' : 'mask'];
}

const refusal = { outcome: 'GRAPHQL_VALIDATION_FAILED', statements: 0, reads: [] };

/** What was answered; or `refused`: whole, before a source was asked; each as it stands on record. */
function outcomeOf({ body }: Answer, { outcome, statements, reads }: Entry): string {
  const codes = codesOf(body);
  if (body.data && codes.length === 0 && outcome === 'OK') return tell(body.data);
  expect({ outcome, statements, reads }).toEqual(refusal);
  expect([body.data, new Set(codes)]).toEqual([undefined, new Set([refusal.outcome])]);
  return 'refused';
}

describe('the table', () => {
  it('has an outcome for every column set, row scope and operation, and no other', () => {
    expect([...outcomes.keys()]).toEqual(sets);
    for (const [set, ofSet] of outcomes) {
      expect([set, [...ofSet.keys()].sort()]).toEqual([set, [...operationNames].sort()]);
      for (const [operation, outcome] of ofSet) {
        expect(operation === 'show' ? ['no', 'clear', 'mask'] : ['no', 'yes']).toContain(outcome);
      }
    }
    const others = operationNames.filter((operation) => operation !== 'show');
    for (const scope of scopes) {
      expect([scope, names(told[scope]).sort()]).toEqual([
        scope,
        ['clear', 'mask', ...others].sort(),
      ]);
    }
  });
});

describe.each(sets)('a number that is %s', (set) => {
  it.each(scopes)('in a scope of %s', async (scope) => {
    const as = { client: 'asker', purpose: purposeOf(set, scope) };
    const answers = await Promise.all(
      operationNames.map((operation) => gateway.ask(as, operations[operation])),
    );
    const entries = new Map(gateway.entries().map((entry) => [String(entry.requestId), entry]));
    const found = operationNames.map((operation, at) => {
      const entry = entries.get(String(answers[at]!.headers['request-id']))!;
      return [operation, outcomeOf(answers[at]!, entry)];
    });
    const expected = operationNames.map((operation) => [
      operation,
      expectedOf(set, scope, operation),
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });
});
