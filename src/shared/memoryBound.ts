import { getHeapStatistics } from 'node:v8';

const mebibyte = 1_048_576;
/** The least heap, in bytes, in which every cache may have its whole bound. */
const roomyHeap = 1_024 * mebibyte;

/**
 * Bytes that a cache may hold: so many mebibytes, and less in proportion where the heap of this process
 * (`--max-old-space-size`, or what Node makes of the machine's memory) is below 1 GiB.
 *
 * @param mebibytes what it may hold in a roomy heap
 * @param heap bytes that the heap may grow to; this process's by default
 */
export function memoryBound(mebibytes: number, heap = getHeapStatistics().heap_size_limit): number {
  return Math.floor(mebibytes * mebibyte * Math.min(1, heap / roomyHeap));
}
