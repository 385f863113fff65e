/**
 * Connections of a pool to one database, as many as the gateway's have: by a driver's default of 10, some of
 * 16 requests would wait. A PostgreSQL takes 100 in all unless it is told otherwise, and the contestants
 * are all there at once.
 */
export function poolSizeOf(url: string): number {
  return url.startsWith('postgres:') ? 10 : 16;
}
