declare const brand: unique symbol;

/** A string whose meaning the type system keeps apart from that of other strings. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

/** Code of an agency (公共管理和服务机构), as `qd-public-security`. */
export type AgencyCode = Brand<'AgencyCode'>;
/** Name of a configured data source. */
export type SourceName = Brand<'SourceName'>;
/** SHA-256 over the texts of all catalogs, hexadecimal. */
export type CatalogVersion = Brand<'CatalogVersion'>;
/** Identifier of a client: a program with a registered key. */
export type ClientId = Brand<'ClientId'>;
/** Code of one approved application, stated in the header `purpose`. */
export type PurposeCode = Brand<'PurposeCode'>;
/** Identifier of a grant. */
export type GrantId = Brand<'GrantId'>;
/** SHA-256 over what a contract decides, hexadecimal: equal for requesters with equal decisions. */
export type Fingerprint = Brand<'Fingerprint'>;
/** Identifier of one request; finds its entry in the record and its lines in the log. */
export type RequestId = Brand<'RequestId'>;
