import { conditions } from './conditions.js';
import { groups } from './groups.js';
import type { Kind } from './kind.js';
import { links } from './links.js';
import { orders } from './orders.js';

/** All kinds of statements that are compared. */
export const kinds: readonly Kind[] = [...orders, ...conditions, ...links, ...groups];
