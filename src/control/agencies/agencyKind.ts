/**
 * What a public agency (公共管理和服务机构) is: an organ of government (行政机关), an institution
 * (事业单位), or an enterprise that serves the public, as for water or transit (公共服务企业).
 */
export const agencyKinds = ['GOVERNMENT', 'INSTITUTION', 'PUBLIC_SERVICE_ENTERPRISE'] as const;
export type AgencyKind = (typeof agencyKinds)[number];
