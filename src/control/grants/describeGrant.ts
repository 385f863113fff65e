import type { GrantSeed } from '../policy/grantSeed.js';

type ResourceSeed = GrantSeed['resources'][string];
type FieldSeed = ResourceSeed['fields'][string];

function describeField(name: string, { form, uses }: FieldSeed): string {
  return [name, describeForm(form), ...(uses ? [`[${uses.join(' ')}]`] : [])]
    .filter((word) => word)
    .join(' ');
}

function describeForm(form: FieldSeed['form']): string {
  if (typeof form !== 'object') return form ?? '';
  const mask = form.mask === undefined ? 'masked' : JSON.stringify(form.mask);
  if (!('clearWhere' in form)) return mask;
  return `${mask}, but clear by ${fieldsOfScope(form.clearWhere).join(' ')}`;
}

/** The fields that a scope compares. The values stay away: they may be somebody's. */
function fieldsOfScope(rows: unknown): readonly string[] {
  if (Array.isArray(rows)) return rows.flatMap(fieldsOfScope);
  if (typeof rows !== 'object' || rows === null) return [];
  return Object.entries(rows).flatMap(([name, inner]: [string, unknown]) => {
    if (['and', 'or', 'not'].includes(name)) return fieldsOfScope(inner);
    const linked = typeof inner === 'object' && inner && 'some' in inner ? inner.some : undefined;
    return [name, ...fieldsOfScope(linked).map((field) => `${name}.${field}`)];
  });
}

function describeResource(name: string, { reach, fields, links, rows, minors }: ResourceSeed) {
  const parts = [
    reach.join(' '),
    `{ ${Object.entries(fields)
      .map(([field, given]) => describeField(field, given))
      .join(', ')} }`,
    ...(links.length > 0 ? [`links ${links.join(' ')}`] : []),
    ...(rows === undefined ? [] : [`rows by ${fieldsOfScope(rows).join(' ')}`]),
    ...(minors ? ['with minors'] : []),
  ];
  return `${name} ${parts.join(' ')}`;
}

/** What a grant gives, in one line for the record: no value of a scope is in it. */
export function describeGrant({ client, purpose, validUntil, resources }: GrantSeed): string {
  const given = Object.entries(resources).map(([name, of]) => describeResource(name, of));
  return `${client} for ${purpose} until ${validUntil}, ${given.join(', ')}`;
}
