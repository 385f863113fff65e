import { z } from 'zod';

import { fieldGrantSeed, grantSeed, resourceGrantSeed } from '../grantSeed.js';

/** The name under which a grant states all fields that it does not name. */
export const every = '*';

const everySeed = z.strictObject({
  /** Fields that are not meant. */
  except: z.array(z.string().min(1)).min(1).optional(),
});

const named = { error: 'is `"*"`, or names fields, as `{"name": {}, "*": {"except": ["phone"]}}`' };

/**
 * The fields of a resource as somebody states them: each by its name, and all others by `"*"`, or by
 * `{"*": {"except": […]}}` where some are not meant. `"*"` alone is every field.
 */
const statedFields = z
  .preprocess(
    (stated) => (stated === every ? { [every]: {} } : stated),
    z.object({ [every]: everySeed.optional() }, named).catchall(fieldGrantSeed),
  )
  .transform(({ [every]: others, ...fields }) => ({
    // The form has let nothing else through.
    fields: fields,
    /** Null where no "*" is stated. */
    except: others ? (others.except ?? []) : null,
  }));

/** A grant as a policy file, or who makes it, states it. */
export const statedGrant = grantSeed.extend({
  resources: z.record(z.string(), resourceGrantSeed.extend({ fields: statedFields })),
});
export type StatedGrant = z.infer<typeof statedGrant>;
export type StatedFields = z.infer<typeof statedFields>;
