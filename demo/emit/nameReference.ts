import { reservedRootNames } from '../../src/catalog/model/rootNames.js';
import {
  reservedFieldNames,
  reservedListNames,
  reservedTypeNames,
  type ReservedNames,
} from '../../src/catalog/model/whyReserved.js';

function table(reserved: readonly ReservedNames[]): string {
  const rows = reserved.map(({ names, why }) => `| ${names} | ${why} |\n`);
  return `| name | since |\n| --- | --- |\n${rows.join('')}`;
}

/** The names that catalogs may not give, in Markdown. */
export function nameReference(): string {
  const roots = reservedRootNames.map((name) => `\`${name}\``).join(' and ');
  return `<!-- Written by \`npm run emit\` from src/catalog/model/whyReserved.ts. -->

# Reserved names

A catalog gives names as it likes, of letters A–Z and a–z, digits and \`_\`, but for these. \`…\` stands for any
letters. Names of the vocabulary, as \`Category\` and \`Level\`, are free.

## Types and code lists

${table(reservedTypeNames)}
Two types have no root field in common, which are named after type, plural (\`@resource(plural: "people")\`) and
key; ${roots} are kept for objects by a global id.

## Code lists besides

${table(reservedListNames)}
## Fields

${table(reservedFieldNames)}
A key is not named \`claims\`, as what is claimed in a verification is.
`;
}
