import type { Link } from '../../../../src/catalog/model/catalog.js';
import { stages } from '../../../../src/exchange/stages.js';
import { generousPolicy, scopedPolicy, shownKeysPolicy } from '../../universe/generousPolicy.js';
import type { ModelLink } from '../../universe/modelLink.js';
import { listsAlong } from '../../universe/operation.js';

import { changeResources, type PlantedFault } from './planting.js';

/** A link that is followed by its first pair of fields alone. */
function byFirst(link: Link): Link {
  const steps = link.steps.map((step) => ({ ...step, on: step.on.slice(0, 1) }));
  return { ...link, steps };
}

const throughJunctions = listsAlong(({ steps }) => steps.length > 1);
const isByTwo = ({ steps }: ModelLink) => steps.some(({ on }) => on.length > 1);

/** Leaks in the ways that links lead. */
export const linksFaults: readonly PlantedFault[] = [
  {
    name: 'a link over two columns that leads by the first',
    stages: changeResources((decision) => ({
      ...decision,
      links: new Map([...decision.links].map(([name, link]) => [name, byFirst(link)] as const)),
    })),
    asked: listsAlong(isByTwo),
    policy: generousPolicy,
    // By each of the two alone it leads nowhere in worlds that are alike.
    noticedBy: ['reference'],
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
    asked: throughJunctions,
    spare: 'link',
    policy: shownKeysPolicy,
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
    asked: throughJunctions,
    policy: scopedPolicy,
    noticedBy: ['alike worlds', 'reference'],
  },
];
