import type { ASTNode } from 'graphql';

import type { Faults } from '../fault/fault.js';

/** An article, such as 第二十八条. */
const article = /第\s*[〇零一二三四五六七八九十百千0-9]+\s*条/;

/** A local rule begins with the name of a province or city; a law of the state does not. */
const local = /^《?[\p{Script=Han}]{2,8}?(?:省|市|自治区|自治州)/u;

export function citesArticle(basis: string): boolean {
  return article.test(basis);
}

/**
 * Checks the legal basis of a share attribute. CONDITIONAL and NOT_SHARED must both cite an article;
 * NOT_SHARED must rest on a law or an administrative regulation (QD 20).
 */
export function checkBasis(
  attribute: 'CONDITIONAL' | 'NOT_SHARED',
  basis: string,
  at: ASTNode,
  faults: Faults,
): void {
  if (!basis) {
    faults.at(at, `${attribute} states its legal basis: add \`basis: "law, article"\`.`);
  } else if (!article.test(basis)) {
    faults.at(
      at,
      'A legal basis cites its article, as "个人信息保护法 第二十八条"; this one cites none.',
    );
  } else if (attribute === 'NOT_SHARED' && local.test(basis)) {
    faults.at(
      at,
      'NOT_SHARED rests on a law or an administrative regulation of the state; a local rule does not suffice.',
    );
  }
}
