export interface Requester {
  readonly label: string;
  readonly purpose: string | null;
  readonly token: string | null;
}

/** On behalf of whom, and for which case, an operation is asked. */
export interface Occasion {
  readonly actingUser: string;
  readonly caseReference: string;
}

export interface ExplorerConfig {
  readonly operation: string;
  readonly occasion?: Occasion;
  readonly requesters: readonly Requester[];
}

export async function loadExplorerConfig(): Promise<ExplorerConfig> {
  const response = await fetch('/explorer/config.json', { cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`The gateway answered /explorer/config.json with ${response.status}.`);
  }
  return (await response.json()) as ExplorerConfig;
}
