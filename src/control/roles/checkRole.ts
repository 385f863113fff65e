import type { MiddlewareFn } from 'type-graphql';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { AdminContext } from '../adminContext.js';

import { extentOf } from './permissions.js';

/**
 * Refuses a root field that the administrator's role has no entry for, and notes the others. It
 * stands before every resolver, so a new one is refused until the table knows it. Below the roots
 * nothing is checked: whatever can be reached there belongs to what was asked for.
 */
export const checkRole: MiddlewareFn<AdminContext> = ({ info, context }, next) => {
  if (info.path.prev !== undefined) return next();
  context.actions.acted(info.fieldName);
  if (extentOf(context.administrator.role, info.fieldName) === undefined) {
    throw new ExchangeError('FORBIDDEN');
  }
  return next();
};
