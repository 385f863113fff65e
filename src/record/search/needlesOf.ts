import { valueCriteria, type Criteria } from './criteria.js';

/**
 * Texts that stand in the line of each entry that meets the criteria. JSON is written one way only, so a line
 * without one of them need not be read. One that has them all may still not meet the criteria.
 */
export function needlesOf(criteria: Criteria): readonly string[] {
  const { resource, subject, alerts } = criteria;
  const pair = (name: string, value: string) => `"${name}":${JSON.stringify(value)}`;
  return [
    ...valueCriteria.flatMap((name) => {
      const value = criteria[name];
      return value === undefined ? [] : [pair(name, value)];
    }),
    ...(resource === undefined ? [] : [pair('resource', resource)]),
    ...(subject === undefined ? [] : [pair('subject', subject)]),
    ...(alerts ? ['"alerts":['] : []),
  ];
}
