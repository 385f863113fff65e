import type { Workload } from '../workload.js';

/** All operations in turn: between two pages of one kind or another come lookups. */
export function mixed(workloads: readonly Workload[]): Workload {
  const bodiesOf = (name: string) => workloads.find((one) => one.name === name)?.bodies ?? [];
  const pages = ['list100', 'nested', 'companies'].flatMap((name) => bodiesOf(name));
  const bodies = bodiesOf('one').flatMap((lookup, at) => {
    const page = pages[at % pages.length];
    return page === undefined ? lookup : [lookup, page];
  });
  return { name: 'one', bodies };
}
