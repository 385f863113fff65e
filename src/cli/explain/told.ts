import type { Admitted } from '../../explain/admit.js';

/** What is printed, as lines or as data, and how the command ends. */
export interface Told {
  readonly lines: readonly string[];
  readonly data: unknown;
  readonly code: 0 | 1;
}

/** Who asks, under which grant and until when, as data. */
export function whoAsks({ requester, grant }: Admitted) {
  return {
    client: requester.kind === 'client' ? requester.client : null,
    purpose: grant?.purpose ?? null,
    grant: grant?.id ?? null,
    scenario: grant?.scenario ?? null,
    validUntil: grant && new Date(grant.validUntil).toISOString(),
  };
}

/** The same in a line. */
export function whoAsksLine(admitted: Admitted): string {
  const { client, purpose, grant, scenario, validUntil } = whoAsks(admitted);
  if (client === null) return 'the public';
  const of = scenario === null ? '' : `, scenario ${scenario}`;
  return `${client} for ${purpose ?? ''}: grant ${grant ?? ''} until ${validUntil ?? ''}${of}`;
}
