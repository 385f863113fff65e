/** The last day of which the generated data knows. The clock would make other data every day. */
export const dataAsOf = '2025-12-31';

/** The day on which someone born on this one comes of age (Civil Code 17). */
export function ofAgeOn(birthDate: string): string {
  const year = Number(birthDate.slice(0, 4)) + 18;
  return birthDate.endsWith('-02-29') ? `${year}-03-01` : `${year}${birthDate.slice(4)}`;
}
