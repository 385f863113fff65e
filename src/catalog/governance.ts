import type { ASTNode, ConstDirectiveNode } from 'graphql';

import type { Governance } from './catalog.js';
import type { Faults } from './fault.js';
import type { OpenAttribute, ShareAttribute } from './vocabulary.generated.js';
import type { Vocabulary } from './vocabulary.js';

/** From the loosest to the tightest. */
const shareOrder: readonly ShareAttribute[] = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'];
const openOrder: readonly OpenAttribute[] = ['UNCONDITIONAL', 'CONDITIONAL', 'NONE'];

type Governed = ASTNode & {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
};

function readShare(node: Governed, vocabulary: Vocabulary, faults: Faults) {
  const share = vocabulary.read(node, 'share', faults);
  if (!share) return undefined;
  const at = vocabulary.node(node, 'share') ?? node;
  if (share.attribute === 'CONDITIONAL' && !share.condition) {
    faults.at(at, 'CONDITIONAL states its condition: add `condition: "…"`.');
  }
  if (share.attribute === 'NOT_SHARED' && !share.basis) {
    faults.at(at, 'NOT_SHARED states its legal basis: add `basis: "law, article"`.');
  }
  const ground = share.attribute === 'NOT_SHARED' ? share.basis : share.condition;
  return { share: share.attribute, shareGround: ground ?? null };
}

/** Reads what governs a whole resource; the share attribute and the classification must be stated. */
export function governResource(
  node: Governed,
  vocabulary: Vocabulary,
  faults: Faults,
): Governance | undefined {
  const share = readShare(node, vocabulary, faults);
  const classify = vocabulary.read(node, 'classify', faults);
  const open = vocabulary.read(node, 'open', faults)?.attribute ?? 'NONE';
  if (!vocabulary.node(node, 'share')) {
    faults.at(node, `${node.name.value} states its share attribute: add \`@share(attribute: …)\`.`);
  }
  if (!vocabulary.node(node, 'classify') || (classify && !(classify.level && classify.category))) {
    faults.at(
      node,
      `${node.name.value} states its level and category: add \`@classify(level: …, category: …)\`.`,
    );
  }
  if (!share || !classify?.level || !classify.category) return undefined;
  return { ...share, open, level: classify.level, category: classify.category };
}

/** Reads what governs a field: its type's governance, share and open attribute only tightened. */
export function governField(
  node: Governed,
  ofType: Governance,
  vocabulary: Vocabulary,
  faults: Faults,
): Governance {
  const share = readShare(node, vocabulary, faults) ?? ofType;
  const classify = vocabulary.read(node, 'classify', faults);
  const open = vocabulary.read(node, 'open', faults)?.attribute ?? ofType.open;
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
  return {
    share: share.share,
    shareGround: share.shareGround,
    open: share.share === 'NOT_SHARED' ? 'NONE' : open,
    level: classify?.level ?? ofType.level,
    category: classify?.category ?? ofType.category,
  };
}
