const nothingThere = 'nothing answers at its host and port';
const refused = 'it refuses this user with this password, or from here, or without TLS';
const noCertificate = 'it shows no certificate that its URL would take';

/** Why no connection could be opened, by the code of Node or of the server. */
const hints: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', nothingThere],
  ['ETIMEDOUT', nothingThere],
  ['EHOSTUNREACH', nothingThere],
  ['ENOTFOUND', 'the name of its host is not known here'],
  // Classes and codes of the server: PostgreSQL, appendix A.
  ['28P01', refused],
  ['28000', refused],
  ['42501', 'its user may not connect to its database'],
  ['3D000', 'it has no such database'],
  ['53300', 'it takes no more connections'],
  ['57P03', 'it is starting up or shutting down'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', noCertificate],
  ['SELF_SIGNED_CERT_IN_CHAIN', noCertificate],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', noCertificate],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', noCertificate],
  ['CERT_HAS_EXPIRED', noCertificate],
  ['ERR_TLS_CERT_ALTNAME_INVALID', noCertificate],
]);

/** The driver has no codes of its own for these. */
const byMessage: ReadonlyMap<string, string> = new Map([
  ['timeout expired', nothingThere],
  ['The server does not support SSL connections', 'it offers no TLS, which its URL asks for'],
]);

/** Tells who runs the gateway what stands in the way; it holds no word of the driver's. */
export function hintOf(error: Error & { readonly code?: string | undefined }): string | null {
  return hints.get(error.code ?? '') ?? byMessage.get(error.message) ?? null;
}
