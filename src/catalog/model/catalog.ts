import type { Mask } from '../../mask/mask.js';
import type { AgencyCode, CatalogVersion, SourceName } from '../../shared/brand.js';
import type { Capabilities } from '../../source/capabilities.js';
import type { Column } from '../../source/column/column.js';
import type { ElementName } from '../../value/elementStorages.js';
import type { ScalarName } from '../../value/scalarName.js';

import type { CodeList } from './codeList.js';
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
  /** The condition that CONDITIONAL sets. */
  readonly shareCondition: string | null;
  /** The law and article on which the share attribute rests. */
  readonly shareBasis: string | null;
  readonly open: OpenAttribute;
  /** CORE data may be in no catalog. */
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
  /** The list of an Enum; null of any other type. */
  readonly codeList: CodeList | null;
  /** The type of the elements of a List; undefined of any other type. */
  readonly elements?: ElementName;
  readonly nullable: boolean;
  readonly column: Column;
  /** The scenarios in which an agency can apply for the field; null means every scenario. */
  readonly necessaryIn: readonly string[] | null;
  /** The data element that it holds, such as `citizen-id`. */
  readonly element: string | null;
  /** Whether the field itself states its level, and does not only take its type's. */
  readonly statesLevel: boolean;
  /** The mask that is used unless clear was approved; null if the catalog declares none. */
  readonly mask: Mask | null;
  /** Whether the catalog states WITHHOLD: the field is shown in clear, if approved, or not at all. */
  readonly isWithheld: boolean;
  /** Why its column cannot be read now, though it could be when the catalog was compiled. */
  readonly drift?: string;
}

/** Two fields that are equal in a row and in a row that it leads to. */
export interface LinkPart {
  readonly from: string;
  readonly to: string;
}

/** A step of a link: to the rows of a resource that are equal in all parts. A null equals nothing. */
export interface LinkStep {
  readonly target: string;
  readonly on: readonly LinkPart[];
}

/** A link leads from a row to rows of `target`: at once, or by way of the rows of a junction. */
export interface Link {
  readonly name: string;
  readonly description: string | null;
  readonly target: string;
  /** The last leads to `target`, and the one before it, if there is one, to the junction. */
  readonly steps: readonly LinkStep[];
  /** True: it leads to any number of rows. False: to one row at most, which its fields tell apart. */
  readonly isMany: boolean;
}

/** The part of a value by which rows are grouped: the whole value, or the year or month of a day. */
export type GroupPart = 'value' | 'year' | 'month';

/** A field, or a part of it, by which rows of a resource can be grouped. */
export interface GroupField {
  /** `establishedOn`, `establishedOn_year`. */
  readonly name: string;
  readonly field: Field;
  readonly part: GroupPart;
}

/** A field whose values a statistic sums up. */
export interface CubeMeasure {
  readonly name: string;
  readonly field: Field;
  /**
   * The most that one person, or row if the rows are about nobody, counts for in a sum: of decimals, so many
   * units of the last digit of their column.
   */
  readonly atMost: number;
}

/**
 * A statistic (统计). It counts the rows that have the same member in each dimension and sums their
 * measures. Its items need not be shown to the requester.
 */
export interface Cube {
  readonly name: string;
  readonly title: string;
  readonly dimensions: readonly GroupField[];
  readonly measures: readonly CubeMeasure[];
  /**
   * Published counts are multiples of it: of people, or of rows if the rows are about nobody. Each can be
   * of at least so many different numbers of them.
   */
  readonly base: number;
}

/** An information resource (信息资源): a table that an agency offers. */
export interface Resource extends Governance {
  readonly name: string;
  readonly description: string | null;
  /** What many of its rows are called in the names of root fields: `residents`. */
  readonly plural: string;
  readonly code: string;
  readonly title: string;
  readonly agency: AgencyCode;
  readonly source: SourceName;
  /** What the source can do. */
  readonly capabilities: Capabilities;
  readonly table: string;
  readonly updateCycle: UpdateCycle;
  /** The names of the fields whose values together are unique to each row; none if nothing is. */
  readonly key: readonly string[];
  /** The columns whose order lists follow; none if the resource cannot be listed. */
  readonly pageBy: readonly Column[];
  /** The columns that the catalog says are unique together. */
  readonly unique: readonly (readonly string[])[];
  /** Those of `unique` that no index of the source keeps so. */
  readonly vouched: readonly (readonly string[])[];
  /** The name of the field that says whom a row is about. */
  readonly subject: string | null;
  /** The name of the field with that person's date of birth, by which minors are recognized. */
  readonly minorsBy: string | null;
  readonly fields: ReadonlyMap<string, Field>;
  readonly links: ReadonlyMap<string, Link>;
  readonly cubes: ReadonlyMap<string, Cube>;
  /** Why none of it can be answered now: what its rows are found or ordered by has drifted. */
  readonly drift?: string;
  /**
   * Names its columns, where the source holds them otherwise than when the catalog was compiled, and
   * they can be read all the same.
   */
  readonly columnsNow?: string;
}

/** The resources of all agencies at one version. A catalog has no faults. */
export interface Catalog {
  readonly version: CatalogVersion;
  readonly resources: ReadonlyMap<string, Resource>;
}

/** The port through which the stages of a request get the catalog. */
export interface CatalogPort {
  /** The catalog, as its sources hold it now. */
  current(): Catalog;
}
