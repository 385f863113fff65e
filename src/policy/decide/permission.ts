import type { Field, Resource } from '../../catalog/model/catalog.js';
import { everything, type Condition } from '../model/condition.js';
import type { Reason } from '../model/decisions.js';
import { clear, maskedBut, withheld, type Form } from '../model/form.js';
import {
  tellsResultOnly,
  type Approver,
  type FieldGrant,
  type Grant,
  type VerificationGrant,
} from '../model/grant.js';
import type { Requester } from '../model/requester.js';
import { type Reach, type Use } from '../model/use.js';

import { defaultForm } from './ceiling.js';

/** What a requester was given of a field, before ceiling and rules. */
export interface FieldPermission {
  readonly form: Form;
  /** Null if none are stated; a clear form then brings its own. */
  readonly uses: ReadonlySet<Use> | null;
  readonly approvedBy: readonly Approver[];
}

/** What a requester was given of a resource, before ceiling and rules. */
export interface Permission {
  readonly by: string;
  readonly reach: ReadonlySet<Reach>;
  readonly field: (field: Field) => FieldPermission | null;
  readonly link: (name: string) => boolean;
  readonly rows: Condition;
  readonly minors: boolean;
  readonly verification: VerificationGrant;
  readonly scenario: string | null;
}

/** The form that a grant states for a field, or the one that follows from its level. */
export function grantedForm(field: Field, { form }: FieldGrant): Form {
  if (form === undefined) return defaultForm(field);
  if (form === 'WITHHELD') return withheld;
  if (form === 'CLEAR') return clear;
  return maskedBut(form.mask, form.clearWhere);
}

function grantedPermission(resource: Resource, grant: Grant): Permission | null {
  const granted = grant.resources.get(resource.name);
  if (!granted) return null;
  return {
    by: `grant ${grant.id}`,
    reach: new Set(granted.reach),
    field: (field) => {
      const given = granted.fields.get(field.name);
      return given
        ? {
            form: grantedForm(field, given),
            uses: given.uses ? new Set(given.uses) : null,
            approvedBy: given.approvedBy ?? [],
          }
        : null;
    },
    link: (name) => granted.links.includes(name),
    rows: granted.rows,
    minors: granted.minors,
    verification: granted.verification ?? tellsResultOnly,
    scenario: grant.scenario,
  };
}

const standingReach: ReadonlySet<Reach> = new Set(['LOOKUP', 'LIST', 'LINKED']);
const standingUses: ReadonlySet<Use> = new Set(['LOOKUP', 'FILTER', 'SORT', 'GROUP', 'JOIN']);

/** What everyone has of an unconditional resource: its unconditional items in their default form. */
function standingPermission(
  by: string,
  scenario: string | null,
  isStanding: (field: Field) => boolean,
): Permission {
  return {
    by,
    reach: standingReach,
    field: (field) =>
      isStanding(field) ? { form: defaultForm(field), uses: standingUses, approvedBy: [] } : null,
    link: () => true,
    rows: everything,
    minors: false,
    verification: tellsResultOnly,
    scenario,
  };
}

/**
 * Finds the permission for one resource. A grant that names the resource gives it. Otherwise a resource
 * that is shared unconditionally gives a standing permission. The public has only what is open
 * unconditionally. Null if there is no permission.
 */
export function permissionFor(
  resource: Resource,
  requester: Requester,
  grant: Grant | null,
): Permission | null {
  if (requester.kind === 'public') {
    return resource.open === 'UNCONDITIONAL'
      ? standingPermission('open to the public', null, ({ open }) => open === 'UNCONDITIONAL')
      : null;
  }
  const granted = grant && grantedPermission(resource, grant);
  if (granted) return granted;
  const scenario = grant?.scenario ?? null;
  return resource.share === 'UNCONDITIONAL'
    ? standingPermission(
        'shared unconditionally',
        scenario,
        ({ share }) => share === 'UNCONDITIONAL',
      )
    : null;
}

/** Tells why `permissionFor` found none. */
export function whyNoPermission(
  { share, open }: Resource,
  requester: Requester,
  grant: Grant | null,
): Reason {
  const unnamed = grant ? `grant ${grant.id} does not name it` : 'no grant names it';
  const by =
    requester.kind === 'public'
      ? `its open attribute is ${open}`
      : `${unnamed}, and its share attribute is ${share}`;
  return { step: 'permission', by, result: 'nothing' };
}
