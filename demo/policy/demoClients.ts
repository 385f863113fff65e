/** A requester of the demo, and what it may ask for. */
export interface DemoClient {
  readonly id: string;
  readonly label: string;
  readonly purpose: string;
}

export const demoClients: readonly DemoClient[] = [
  { id: 'enrolment-app', label: 'Enrolment app', purpose: 'school-enrolment' },
  { id: 'housing-fund-app', label: 'Housing-fund app', purpose: 'housing-fund-withdrawal' },
  { id: 'district-office', label: 'District office', purpose: 'district-service' },
];

/** The city's authority for big data (大数据工作主管部门), and the provider of the residents. */
export const demoAdministrators = [
  { id: 'authority', agency: 'qd-big-data', role: 'AUTHORITY' },
  { id: 'police', agency: 'qd-public-security', role: 'PROVIDER' },
] as const;
