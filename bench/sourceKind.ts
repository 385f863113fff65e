export const sourceKinds = ['sqlite', 'mariadb', 'postgres'] as const;

/** A kind of source, in which the same data lies. */
export type SourceKind = (typeof sourceKinds)[number];

/** Where the server of each kind is that has one. */
export type Servers = Readonly<Record<Exclude<SourceKind, 'sqlite'>, string>>;
