import {
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
} from 'graphql';

import { describeMask } from '../../mask/mask.js';
import type { FieldDecision, ResourceDecision } from '../../policy/model/decisions.js';
import { fieldsOfForm, type Form } from '../../policy/model/form.js';

import { desensitized } from './desensitized.js';
import { desensitizedExtension } from './desensitizedDirective.js';
import type { ListConfig } from './listConfig.js';
import { clearTypeOf } from './typeOf.js';

type FieldConfig = GraphQLFieldConfig<unknown, unknown>;

/** What a masked field is, and the fields by which a row tells that it is none. */
function noteOf(form: Extract<Form, { readonly mask: unknown }>): string {
  const note = `Desensitized: ${describeMask(form.mask)}`;
  if (form.kind === 'MASKED') return `${note}.`;
  const by = fieldsOfForm(form).join(', ') || 'who asks';
  return `${note}, but in the rows in which it may be shown as it stands. That is decided by ${by}.`;
}

/** The field as this requester sees it; undefined if it is withheld, so that it does not exist. */
function fieldConfig({ field, form }: FieldDecision): FieldConfig | undefined {
  if (form.kind === 'WITHHELD') return undefined;
  // By row, a value is of the mask's type in every row: a reader that takes none for a name takes no other.
  const scalar = form.kind === 'CLEAR' ? clearTypeOf(field) : desensitized;
  const note = form.kind === 'CLEAR' ? null : noteOf(form);
  return {
    type: field.nullable ? scalar : new GraphQLNonNull(scalar),
    description: [note, field.description].filter((part) => part !== null).join('\n\n') || null,
    extensions: form.kind === 'CLEAR' ? {} : desensitizedExtension(form.mask),
  };
}

/** An object type of the contract with at least one visible field, and how its rows are listed. */
export interface VisibleType {
  readonly type: GraphQLObjectType;
  readonly list: ListConfig;
}

/** The object type of a resource. Links are resolved late, since their targets may not exist yet. */
export function outputType(
  decision: ResourceDecision,
  targetOf: (name: string) => VisibleType | undefined,
): GraphQLObjectType {
  const { resource } = decision;
  return new GraphQLObjectType({
    name: resource.name,
    description: [resource.description, resource.title]
      .filter((part) => part !== null)
      .join('\n\n'),
    fields: () => {
      const fields: GraphQLFieldConfigMap<unknown, unknown> = {};
      for (const field of decision.fields.values()) {
        const config = fieldConfig(field);
        if (config) fields[field.field.name] = config;
      }
      for (const link of decision.links.values()) {
        const target = targetOf(link.target);
        if (!target) continue;
        const { description } = link;
        const shape = link.isMany ? target.list : { type: target.type };
        fields[link.name] = { ...shape, description };
      }
      return fields;
    },
  });
}
