/**
 * Connections of a pool, as many as the gateway's have: by the driver's default of 10, some of 16
 * requests would wait.
 */
export const poolSize = 16;
