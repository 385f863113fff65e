import type { Mask } from '../../../src/mask/mask.js';

/**
 * The small universe in which the two properties are tried: two agencies, two databases, two
 * resources that link to each other. What governs them, who may see them, their rows and the
 * operations are drawn at random; their shape stays.
 */
export type TypeName = 'Person' | 'Place';

export interface ModelField {
  readonly type: 'ID' | 'String' | 'Date' | 'Int';
  readonly nullable: boolean;
  /** The mask that fits the field; the catalog may declare it or not. */
  readonly mask: Mask;
  /** The values that rows may hold; some share the output of their mask. */
  readonly domain: readonly (string | number | null)[];
  /** What rows may hold besides, though it is no value of the type. */
  readonly misfits?: readonly string[];
}

interface ModelLink {
  readonly from: string;
  readonly to: string;
  readonly target: TypeName;
  readonly isMany: boolean;
}

interface ModelType {
  readonly source: string;
  readonly table: string;
  readonly key: string;
  /** The column that lists follow. */
  readonly pageBy: string;
  /** The field that tells minors apart, where the catalog says so. */
  readonly minorsBy?: string;
  readonly fields: Readonly<Record<string, ModelField>>;
  readonly links: Readonly<Record<string, ModelLink>>;
  readonly lookup: string;
  readonly batch: string;
  /** The argument of `batch`. */
  readonly keys: string;
  readonly verify: string;
  readonly batchVerify: string;
  /** The input type of an item of `batchVerify`. */
  readonly keyedClaims: string;
  readonly list: string;
}

const pids = ['370202199003071233', '370203198001011233', '110105194912310028', 'X1', 'X2'];

export const model: Readonly<Record<TypeName, ModelType>> = {
  Person: {
    source: 'people',
    table: 'person',
    key: 'pid',
    pageBy: 'row_id',
    minorsBy: 'born',
    fields: {
      pid: { type: 'ID', nullable: false, mask: { rule: 'ID_NUMBER' }, domain: pids },
      name: {
        type: 'String',
        nullable: false,
        mask: { rule: 'NAME' },
        // By code point, U+FF21 comes before U+20BB7, whose UTF-16 begins lower.
        domain: ['张小三', '张大三', '李四', '李五 ', '李五', 'Ａ', '𠮷', 'a', 'A', ''],
      },
      born: {
        type: 'Date',
        nullable: true,
        mask: { rule: 'YEAR' },
        domain: ['1990-03-07', '1990-05-01', '1985-12-12', '1985-01-31', null],
        misfits: ['0000-00-00', '1985-02-31'],
      },
      area: {
        type: 'ID',
        nullable: true,
        mask: { rule: 'HASH' },
        domain: ['A', 'B', 'C', 'Z', 'Y', null],
      },
      note: {
        type: 'String',
        nullable: true,
        mask: { rule: 'KEEP', first: 1, last: 0 },
        domain: ['n1', 'n2', '', null],
      },
      score: {
        type: 'Int',
        nullable: true,
        mask: { rule: 'RANGE', step: 10 },
        domain: [-5, 1, 2, 10, 2_147_483_647, -2_147_483_648, null],
      },
    },
    links: {
      place: { from: 'area', to: 'code', target: 'Place', isMany: false },
      kept: { from: 'pid', to: 'keeper', target: 'Place', isMany: true },
    },
    lookup: 'person',
    batch: 'personsByPid',
    keys: 'pids',
    verify: 'verifyPerson',
    batchVerify: 'verifyPersons',
    keyedClaims: 'PersonClaimsByPid',
    list: 'persons',
  },
  Place: {
    source: 'places',
    table: 'place',
    key: 'code',
    pageBy: 'code',
    fields: {
      code: { type: 'ID', nullable: false, mask: { rule: 'REDACT' }, domain: ['A', 'B', 'C'] },
      label: {
        type: 'String',
        nullable: true,
        mask: { rule: 'NAME' },
        domain: ['一区', '一里', '二区', null],
      },
      keeper: { type: 'ID', nullable: true, mask: { rule: 'ID_NUMBER' }, domain: [...pids, null] },
    },
    links: {
      keeperPerson: { from: 'keeper', to: 'pid', target: 'Person', isMany: false },
      residents: { from: 'code', to: 'area', target: 'Person', isMany: true },
    },
    lookup: 'place',
    batch: 'placesByCode',
    keys: 'codes',
    verify: 'verifyPlace',
    batchVerify: 'verifyPlaces',
    keyedClaims: 'PlaceClaimsByCode',
    list: 'places',
  },
};

/** The day of every request: of the dates of birth, those of 1990 are minors' then, 1985's are not. */
export const today = '2003-12-20';
/** Born before this day, a person is no minor. */
export const majorBefore = '1989-12-20';

export const typeNames: readonly TypeName[] = ['Person', 'Place'];

/** A row by column; Person has `row_id` besides its fields. */
export type ModelRow = Readonly<Record<string, string | number | null>>;
export type World = Readonly<Record<TypeName, readonly ModelRow[]>>;
