import type { BoundList } from './boundList.js';
import { afterPosition, type Position } from './position.js';

/**
 * The next page of a list, forward.
 *
 * @param position of the last row before it; null for the page that was asked for
 */
export function pageAfter(list: BoundList, position: Position | null, size: number): BoundList {
  const beyond = position ? afterPosition(list.order, position) : list.page.beyond;
  return { ...list, page: { size, isBackward: false, beyond } };
}
