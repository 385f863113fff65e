import type { ASTNode, ConstDirectiveNode } from 'graphql';

import type { Faults } from '../fault.js';
import type { Governance } from '../model/catalog.js';
import type { Level, OpenAttribute, ShareAttribute } from '../model/vocabulary.generated.js';

import { checkBasis } from './checkBasis.js';
import type { Vocabulary } from './vocabulary.js';

/** From the loosest to the tightest. */
const shareOrder: readonly ShareAttribute[] = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'];
const openOrder: readonly OpenAttribute[] = ['UNCONDITIONAL', 'CONDITIONAL', 'NONE'];

type Governed = ASTNode & {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
};

type Share = Pick<Governance, 'share' | 'shareCondition' | 'shareBasis'>;

function readShare(node: Governed, vocabulary: Vocabulary, faults: Faults): Share | undefined {
  const stated = vocabulary.read(node, 'share', faults);
  if (!stated) return undefined;
  const at = vocabulary.node(node, 'share') ?? node;
  const { attribute, condition, basis } = stated;
  if (attribute === 'CONDITIONAL' && !condition) {
    faults.at(at, 'CONDITIONAL states its condition: add `condition: "…"`.');
  }
  if (attribute !== 'UNCONDITIONAL') checkBasis(attribute, basis ?? '', at, faults);
  return {
    share: attribute,
    shareCondition: attribute === 'CONDITIONAL' ? (condition ?? null) : null,
    shareBasis: basis ?? null,
  };
}

function readLevel(
  level: Level,
  node: Governed,
  vocabulary: Vocabulary,
  faults: Faults,
): Governance['level'] {
  if (level !== 'CORE') return level;
  faults.at(
    vocabulary.node(node, 'classify') ?? node,
    `CORE data is outside the channel: take ${node.name.value} out of the catalog.`,
  );
  return 'IMPORTANT';
}

/** Reads the open attribute. NOT_SHARED data is never open, and a catalog that says so is at fault. */
function readOpen(
  node: Governed,
  share: ShareAttribute,
  otherwise: OpenAttribute,
  vocabulary: Vocabulary,
  faults: Faults,
): OpenAttribute {
  const stated = vocabulary.read(node, 'open', faults)?.attribute;
  if (share !== 'NOT_SHARED') return stated ?? otherwise;
  if (stated !== undefined && stated !== 'NONE') {
    faults.at(
      vocabulary.node(node, 'open') ?? node,
      `What is NOT_SHARED is not open: ${node.name.value} has the open attribute NONE.`,
    );
  }
  return 'NONE';
}

/** Reads what governs a whole resource. It must state its share attribute, level and category. */
export function governResource(
  node: Governed,
  vocabulary: Vocabulary,
  faults: Faults,
): Governance | undefined {
  const share = readShare(node, vocabulary, faults);
  const classify = vocabulary.read(node, 'classify', faults);
  if (!vocabulary.node(node, 'share')) {
    faults.at(node, `${node.name.value} states its share attribute: add \`@share(attribute: …)\`.`);
  }
  if (!vocabulary.node(node, 'classify') || (classify && !(classify.level && classify.category))) {
    faults.at(
      node,
      `${node.name.value} states its level and category: add \`@classify(level: …, category: …)\`.`,
    );
  }
  const open = readOpen(node, share?.share ?? 'CONDITIONAL', 'NONE', vocabulary, faults);
  if (!share || !classify?.level || !classify.category) return undefined;
  const level = readLevel(classify.level, node, vocabulary, faults);
  return { ...share, open, level, category: classify.category };
}

/** Reads what governs a field. It inherits from its type; share and open may only be tightened. */
export function governField(
  node: Governed,
  ofType: Governance,
  vocabulary: Vocabulary,
  faults: Faults,
): Governance {
  const share = readShare(node, vocabulary, faults) ?? ofType;
  const classify = vocabulary.read(node, 'classify', faults);
  const open = readOpen(node, share.share, ofType.open, vocabulary, faults);
  if (shareOrder.indexOf(share.share) < shareOrder.indexOf(ofType.share)) {
    faults.at(
      vocabulary.node(node, 'share') ?? node,
      `A field may only tighten its type's share attribute, which is ${ofType.share}.`,
    );
  }
  if (openOrder.indexOf(open) < openOrder.indexOf(ofType.open)) {
    faults.at(
      vocabulary.node(node, 'open') ?? node,
      `A field may only tighten its type's open attribute, which is ${ofType.open}.`,
    );
  }
  const stated = classify?.level;
  return {
    share: share.share,
    shareCondition: share.shareCondition,
    shareBasis: share.shareBasis,
    open,
    level: stated ? readLevel(stated, node, vocabulary, faults) : ofType.level,
    category: classify?.category ?? ofType.category,
  };
}
