import type { Link } from '../../../../src/catalog/model/catalog.js';
import { stages } from '../../../../src/exchange/stages.js';
import { generousPolicy } from '../../universe/generousPolicy.js';
import { operationOf } from '../../universe/operation.js';

import { changeResources, type PlantedFault } from './planting.js';

/** A link that is followed by its first pair of fields alone. */
function byFirst(link: Link): Link {
  const steps = link.steps.map((step) => ({ ...step, on: step.on.slice(0, 1) }));
  return { ...link, steps };
}

/** Leaks in the ways that links lead. */
export const linksFaults: readonly PlantedFault[] = [
  {
    name: 'a link over two columns that leads by the first',
    stages: changeResources((decision) => ({
      ...decision,
      links: new Map([...decision.links].map(([name, link]) => [name, byFirst(link)] as const)),
    })),
    asked: operationOf(['list']),
    policy: generousPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a junction that publishes a withheld key',
    stages: changeResources((decision) => {
      const through = [...decision.resource.links].filter(([name, { steps }]) => {
        const why = decision.refusedLinks.get(name)?.by ?? '';
        return steps.length > 1 && why.includes('would show');
      });
      return { ...decision, links: new Map([...decision.links, ...through]) };
    }),
    asked: operationOf(['list']),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a junction without its row scope',
    stages: {
      ...stages,
      compileContract(...given) {
        const contract = stages.compileContract(...given);
        const junctions = [...contract.junctions].map(
          ([name, decision]) =>
            [name, { ...decision, scope: { kind: 'everything' } as const }] as const,
        );
        return { ...contract, junctions: new Map(junctions) };
      },
    },
    asked: operationOf(['list']),
    policy: generousPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
];
