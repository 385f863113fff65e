export const sourceKinds = ['sqlite', 'mariadb'] as const;

/** A kind of source, in which the same data lies. */
export type SourceKind = (typeof sourceKinds)[number];
