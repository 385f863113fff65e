/** What bounds the way over the network. */
export interface WireSettings {
  /** Milliseconds that a request may take to arrive, headers and body. */
  readonly requestTimeout: number;
  readonly maxConnections: number;
  /** How often requesters of one network who prove nothing are refused in a minute, and then not heard. */
  readonly maxRefusals: number;
  /** Bytes of one answer. */
  readonly maxAnswerSize: number;
  /** Milliseconds that a reader of an export may take for a chunk of it. */
  readonly exportPatience: number;
  /** The origins whose pages may ask the exchange, as browsers state them. */
  readonly corsOrigins: readonly string[];
  /** The addresses of proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies: readonly string[];
}

export const defaultWire: WireSettings = Object.freeze({
  requestTimeout: 10_000,
  maxConnections: 800,
  maxRefusals: 600,
  maxAnswerSize: 10_000_000,
  exportPatience: 60_000,
  corsOrigins: [],
  trustedProxies: [],
});
