import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLString,
  type GraphQLFieldExtensions,
} from 'graphql';

import { describeMask, type Mask } from '../../mask/mask.js';

/** Marks, in the printed schema of a contract, a field whose values are shown under a mask. */
export const desensitizedDirective = new GraphQLDirective({
  name: 'desensitized',
  description: 'The values of this field are shown under a mask.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { rule: { type: new GraphQLNonNull(GraphQLString), description: 'The mask rule.' } },
});

/** The applied directive, in the extensions, where printers that keep directives look for it. */
export function desensitizedExtension(mask: Mask): GraphQLFieldExtensions<unknown, unknown> {
  return { directives: { desensitized: { rule: describeMask(mask) } } };
}
