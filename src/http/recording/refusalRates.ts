import { isIPv6 } from 'node:net';

import { LRUCache } from 'lru-cache';

/** Milliseconds. */
const window = 60_000;

/** Of an IPv6 address its first half, which one household or firm has for itself (RFC 6177). */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === '' ? [] : tail.split(':');
  const missing = address.includes('::') ? Math.max(0, 8 - groups.length - rest.length) : 0;
  return [...groups, ...Array<string>(missing).fill('0'), ...rest].slice(0, 4).join(':');
}

/** How often somebody who proved nothing was refused in the last minute, by network. */
export class RefusalRates {
  readonly #most: number;
  readonly #counts = new LRUCache<string, { count: number }>({ max: 10_000, ttl: window });

  /** @param most refusals in a minute */
  constructor(most: number) {
    this.#most = most;
  }

  refused(network: string): void {
    const known = this.#counts.get(network);
    if (known) known.count += 1;
    else this.#counts.set(network, { count: 1 });
  }

  /** Whether the network has been refused too often to be listened to now. */
  isOver(network: string): boolean {
    return (this.#counts.get(network)?.count ?? 0) >= this.#most;
  }
}
