import type { Mask } from '../../mask/mask.js';
import type { ScalarName } from '../../mask/scalarName.js';
import type { AgencyCode, CatalogVersion, SourceName } from '../../shared/brand.js';
import type { Capabilities } from '../../source/capabilities.js';
import type { Column } from '../../source/column.js';

import type {
  Category,
  Level,
  OpenAttribute,
  ShareAttribute,
  UpdateCycle,
} from './vocabulary.generated.js';

/** The share and open attribute, level and category that govern a field or a whole resource. */
export interface Governance {
  readonly share: ShareAttribute;
  /** What CONDITIONAL asks for. */
  readonly shareCondition: string | null;
  /** The law, with its article, that the attribute rests on. */
  readonly shareBasis: string | null;
  readonly open: OpenAttribute;
  /** Never CORE, which no catalog may offer. */
  readonly level: Exclude<Level, 'CORE'>;
  readonly category: Category;
  /** The article by which the level may be lower than the category asks for; null where it is not. */
  readonly exempt: string | null;
}

/** An item (信息项): one value of a row. */
export interface Field extends Governance {
  readonly name: string;
  readonly description: string | null;
  readonly type: ScalarName;
  readonly nullable: boolean;
  readonly column: Column;
  /** The scenarios that it can be applied for in; null where it is necessary in any. */
  readonly necessaryIn: readonly string[] | null;
  /** The data element that it holds, as `citizen-id`. */
  readonly element: string | null;
  /** The mask under which it is shown unless clear was approved; null where none is declared. */
  readonly mask: Mask | null;
  /** Whether WITHHOLD is stated: it is shown in clear, where that was approved, or not at all. */
  readonly isWithheld: boolean;
}

/** A way from a row to the rows of `target` whose field `to` equals this row's field `from`. */
export interface Link {
  readonly name: string;
  readonly description: string | null;
  readonly from: string;
  readonly target: string;
  readonly to: string;
  /** Whether it leads to any number of rows, or, `to` being the target's key, to one at the most. */
  readonly isMany: boolean;
}

/** How much of a field's value rows are grouped by: of a day its year, its month, or all of it. */
export type GroupPart = 'value' | 'year' | 'month';

/** What rows of a resource can be grouped by. */
export interface GroupField {
  /** `establishedOn`, `establishedOn_year`. */
  readonly name: string;
  readonly field: Field;
  readonly part: GroupPart;
}

/**
 * A statistic (统计): how many rows have the same members in each dimension, and the sums of measures.
 * It may be over items that are not shown.
 */
export interface Cube {
  readonly name: string;
  readonly title: string;
  readonly dimensions: readonly GroupField[];
  readonly measures: readonly Field[];
  /** The least number of people, or of rows that are about nobody, that a published number is of. */
  readonly threshold: number;
  /** Per cent of a sum that one of them makes up at the most. */
  readonly dominance: number;
  /** Published numbers are multiples of it. */
  readonly rounding: number;
}

/** An information resource (信息资源): a table that an agency offers. */
export interface Resource extends Governance {
  readonly name: string;
  readonly description: string | null;
  readonly code: string;
  readonly title: string;
  readonly agency: AgencyCode;
  readonly source: SourceName;
  /** What that source can do. */
  readonly capabilities: Capabilities;
  readonly table: string;
  readonly updateCycle: UpdateCycle;
  /** The field that tells one row from all others. */
  readonly key: string;
  /** The column whose declared order lists follow; null where the resource cannot be listed. */
  readonly pageBy: Column | null;
  /** The field that says whom a row is about. */
  readonly subject: string | null;
  /** The field that says when that person was born; rows about minors are told by it. */
  readonly minorsBy: string | null;
  readonly fields: ReadonlyMap<string, Field>;
  readonly links: ReadonlyMap<string, Link>;
  readonly cubes: ReadonlyMap<string, Cube>;
}

/** What all agencies offer, without a fault, at one version. */
export interface Catalog {
  readonly version: CatalogVersion;
  readonly resources: ReadonlyMap<string, Resource>;
}
