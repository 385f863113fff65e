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

/** The demo's one administrator: the city's authority for big data (大数据工作主管部门). */
export const demoAdministrators = [
  { id: 'authority', agency: 'qd-big-data', role: 'AUTHORITY' },
] as const;
