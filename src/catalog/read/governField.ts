import type { ASTNode, ConstDirectiveNode } from 'graphql';

import type { Faults } from '../fault/fault.js';
import type { Governance } from '../model/catalog.js';
import type {
  Category,
  Level,
  OpenAttribute,
  ShareAttribute,
} from '../model/vocabulary.generated.js';

import { checkBasis, citesArticle } from './checkBasis.js';
import type { Vocabulary } from './sdl/vocabulary.js';

/** From the loosest to the tightest. */
const shareOrder: readonly ShareAttribute[] = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'];
const openOrder: readonly OpenAttribute[] = ['UNCONDITIONAL', 'CONDITIONAL', 'NONE'];

/** How open each share attribute may be: never looser than it is shared. */
const loosestOpen: Readonly<Record<ShareAttribute, OpenAttribute>> = {
  UNCONDITIONAL: 'UNCONDITIONAL',
  CONDITIONAL: 'CONDITIONAL',
  NOT_SHARED: 'NONE',
};

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
  ofType: OpenAttribute | null,
  vocabulary: Vocabulary,
  faults: Faults,
): OpenAttribute {
  const stated = vocabulary.read(node, 'open', faults)?.attribute;
  const loosest = loosestOpen[share];
  const isLooser = (open: OpenAttribute) => openOrder.indexOf(open) < openOrder.indexOf(loosest);
  // What loosens the type's attribute is told of by that.
  const loosens =
    ofType !== null && openOrder.indexOf(stated ?? ofType) < openOrder.indexOf(ofType);
  if (stated !== undefined && isLooser(stated) && !(loosens && share !== 'NOT_SHARED')) {
    faults.at(
      vocabulary.node(node, 'open') ?? node,
      share === 'NOT_SHARED'
        ? `What is NOT_SHARED is not open: ${node.name.value} has the open attribute NONE.`
        : `What is ${share} is never open to the public more loosely: ${node.name.value} has the open attribute ${loosest}, or NONE.`,
    );
  }
  const open = stated ?? ofType ?? 'NONE';
  return isLooser(open) && !(loosens && share !== 'NOT_SHARED') ? loosest : open;
}

/** The levels that each category has at least (PIPL 28), from the lowest. */
const leastLevel: Readonly<Record<Category, Governance['level'] | null>> = {
  GENERAL: null,
  PERSONAL: 'L3',
  SENSITIVE_PERSONAL: 'L4',
};
const levelOrder: readonly Governance['level'][] = ['L1', 'L2', 'L3', 'L4', 'IMPORTANT'];

/** Checks that a level is as high as its category asks for, unless an article exempts it. */
function checkCategory(
  node: Governed,
  { level, category, exempt }: Pick<Governance, 'level' | 'category' | 'exempt'>,
  vocabulary: Vocabulary,
  faults: Faults,
): void {
  const least = leastLevel[category];
  if (least === null || levelOrder.indexOf(level) >= levelOrder.indexOf(least)) return;
  const at = vocabulary.node(node, 'classify') ?? node;
  if (exempt !== null) {
    if (!citesArticle(exempt)) {
      faults.at(at, 'What exempts from a level cites its article, as "个人信息保护法 第十三条".');
    }
    return;
  }
  faults.at(
    at,
    `What is ${category} is of level ${least} at least; ${node.name.value} is ${level}: raise the level, state another category, or cite the article that exempts it by \`exempt: "law, article"\`.`,
  );
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
  const open = readOpen(node, share?.share ?? 'UNCONDITIONAL', null, vocabulary, faults);
  if (!share || !classify?.level || !classify.category) return undefined;
  const level = readLevel(classify.level, node, vocabulary, faults);
  const exempt = classify.exempt ?? null;
  const governance = { ...share, open, level, category: classify.category, exempt };
  checkCategory(node, governance, vocabulary, faults);
  return governance;
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
  const governance: Governance = {
    share: share.share,
    shareCondition: share.shareCondition,
    shareBasis: share.shareBasis,
    open,
    level: stated ? readLevel(stated, node, vocabulary, faults) : ofType.level,
    category: classify?.category ?? ofType.category,
    exempt: classify?.exempt ?? ofType.exempt,
  };
  // A field that states neither is as its type is, whose own fault is told once.
  if (classify?.level ?? classify?.category) checkCategory(node, governance, vocabulary, faults);
  return governance;
}
