import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

import { errorCodes } from '../../errors/errorCode.js';
import type { Criteria } from '../../record/search/criteria.js';
import type { AdminContext } from '../adminContext.js';
import { AdministratorEntity } from '../administrators/administratorEntity.js';
import { AgencyEntity } from '../agencies/agencyEntity.js';
import { ApplicationEntity } from '../applications/applicationEntity.js';
import { ClientEntity } from '../clients/clientEntity.js';
import { GrantEntity } from '../grants/grantEntity.js';

type Knowing = Pick<AdminContext, 'catalog' | 'control'>;

/** Tells whether policy or catalog knows what a criterion states. */
type IsKnown = (value: string, context: Knowing, criteria: Criteria) => boolean | Promise<boolean>;

function existing<E extends ObjectLiteral>(
  entity: EntityTarget<E>,
  where: (value: string) => FindOptionsWhere<E>,
): IsKnown {
  return (value, { control }) =>
    control.store.read((manager) => manager.existsBy(entity, where(value)));
}

const outcomes: ReadonlySet<string> = new Set([
  ...['OK', 'PARTIAL', 'BEGUN'],
  ...Object.keys(errorCodes),
]);

/** A keyed hash tells nothing without the key; no name or number of a person has its form. */
const isHash: IsKnown = (text) => /^[\w-]{43}$/.test(text);

const isKnown: { readonly [Name in keyof Required<Criteria>]: IsKnown } = {
  client: existing(ClientEntity, (id) => ({ id })),
  agency: existing(AgencyEntity, (code) => ({ code })),
  purpose: existing(ApplicationEntity, (purpose) => ({ purpose })),
  resource: (name, { catalog }) => catalog.resources.has(name),
  field: (name, { catalog }, { resource = '' }) =>
    catalog.resources.get(resource)?.fields.has(name) ?? false,
  outcome: (code) => outcomes.has(code),
  grant: existing(GrantEntity, (id) => ({ id })),
  administrator: existing(AdministratorEntity, (id) => ({ id })),
  actingUser: isHash,
  caseReference: isHash,
  subject: isHash,
  alerts: () => true,
  // Both are times by now, and times are no one's number.
  since: () => true,
  until: () => true,
};

/**
 * What was looked for in the record, in the words that go on record: `where client=school`. A value
 * that neither policy nor catalog knows could be anything, a person's number too; `?` stands for it.
 */
export async function criteriaOnRecord(criteria: Criteria, context: Knowing): Promise<string> {
  const words: string[] = [];
  for (const [name, stated] of Object.entries(criteria) as [keyof Criteria, string | boolean][]) {
    const value = String(stated);
    const known = await isKnown[name](value, context, criteria);
    words.push(`${name}=${known ? value : '?'}`);
  }
  return `where ${words.join(' ') || 'anything'}`;
}
