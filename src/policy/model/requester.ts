import type { AgencyCode, ClientId } from '../../shared/brand.js';

import type { Literal } from './condition.js';

/** Attributes of a requester by name, each with its values. They never come from a token. */
export type Attributes = ReadonlyMap<string, readonly Literal[]>;

/** Who asks, according to the control database. */
export type Requester =
  | {
      readonly kind: 'client';
      readonly client: ClientId;
      readonly agency: AgencyCode;
      readonly attributes: Attributes;
    }
  | { readonly kind: 'public'; readonly attributes: Attributes };

export const thePublic: Requester = Object.freeze({ kind: 'public', attributes: new Map() });
