import type { Catalog } from '../../../src/catalog/model/catalog.js';
import { compileContract } from '../../../src/contract/compileContract.js';
import type { Contract } from '../../../src/contract/contract.js';
import { decide } from '../../../src/policy/decide/decide.js';
import { everything, type Condition, type Literal } from '../../../src/policy/model/condition.js';
import type { Decisions, FieldDecision } from '../../../src/policy/model/decisions.js';
import { describeForm } from '../../../src/policy/model/form.js';
import type {
  FieldGrant,
  Grant,
  ResourceGrant,
  VerificationGrant,
} from '../../../src/policy/model/grant.js';
import { thePublic, type Requester } from '../../../src/policy/model/requester.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import type { Reach } from '../../../src/policy/model/use.js';
import type { AgencyCode, ClientId, GrantId, PurposeCode } from '../../../src/shared/brand.js';

/** A client of some agency. */
export function clientOf(
  client: string,
  attributes: Readonly<Record<string, readonly Literal[]>> = {},
): Requester {
  return {
    kind: 'client',
    client: client as ClientId,
    agency: 'qd-education' as AgencyCode,
    attributes: new Map(Object.entries(attributes)),
  };
}

/** What a grant says of resources, as a test writes it. */
export type Granted = Readonly<
  Record<
    string,
    {
      readonly reach: readonly Reach[];
      readonly fields: Readonly<Record<string, FieldGrant>>;
      readonly links?: readonly string[];
      readonly rows?: Condition;
      readonly minors?: boolean;
      readonly verification?: VerificationGrant;
    }
  >
>;

export const purpose = 'enrolment' as PurposeCode;

export function grantOf(granted: Granted, client = 'school'): Grant {
  const resources = Object.entries(granted).map(
    ([name, { fields, links = [], rows = everything, minors = true, ...rest }]): [
      string,
      ResourceGrant,
    ] => [name, { ...rest, fields: new Map(Object.entries(fields)), links, rows, minors }],
  );
  return {
    id: 'G-1' as GrantId,
    client: client as ClientId,
    purpose,
    scenario: null,
    validUntil: Date.parse('2099-12-31T00:00:00Z'),
    resources: new Map(resources),
  };
}

/** What the client `school` may have for its purpose. */
export function decideFor(
  catalog: Catalog,
  granted: Granted,
  rules: readonly Rule[] = [],
): Decisions {
  const grant = grantOf(granted);
  return decide({ catalog, rules, requester: clientOf('school'), purpose, grant });
}

export function decideForPublic(catalog: Catalog, rules: readonly Rule[] = []): Decisions {
  return decide({ catalog, rules, requester: thePublic, purpose: null, grant: null });
}

export function contractFor(
  catalog: Catalog,
  granted: Granted,
  rules: readonly Rule[] = [],
): Contract {
  return compileContract(decideFor(catalog, granted, rules), catalog);
}

/** A decision in one line: `MASKED(NAME) {LOOKUP}`. */
export function inShort(decision: Pick<FieldDecision, 'form' | 'uses'> | undefined): string {
  if (!decision) return 'none';
  return `${describeForm(decision.form)} {${[...decision.uses].join(' ')}}`;
}

/** The decision of `Resource.field` in one line. */
export function decided(decisions: Decisions, coordinate: string): string {
  const [resource = '', field = ''] = coordinate.split('.');
  return inShort(decisions.resources.get(resource)?.fields.get(field));
}
