import { z } from 'zod';

import { roles } from '../roles/role.js';

import { keySeed } from './clientSeed.js';

/** An administrator. It is read with every request, and so is no part of a snapshot. */
export const administratorSeed = z.strictObject({
  id: z.string().min(1),
  agency: z.string().min(1),
  role: z.enum(roles),
  key: keySeed,
});
