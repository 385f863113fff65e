/** What a server must show before anything is said to it. Files are in PEM. */
export interface TlsDemand {
  /**
   * `IDENTITY`: a certificate of an authority that is trusted, for the host that was asked. `CA`: one
   * of a stated authority, for whatever host.
   */
  readonly verifies: 'IDENTITY' | 'CA';
  /** The authorities that are trusted; null for those that the machine trusts. */
  readonly caFile: string | null;
  /** What the gateway shows of itself, where the server asks for it. */
  readonly own: { readonly certificateFile: string; readonly keyFile: string } | null;
}

/** How the parameters of a URL are called that name those files. */
export interface TlsParameters {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}
