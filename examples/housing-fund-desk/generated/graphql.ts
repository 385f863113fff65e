/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A value shown under a mask, as 张*三: a text to be looked at, and no name, number or day. The description of its field begins with the rule. */
  Desensitized: { input: never; output: import('../desensitized.js').Desensitized<string>; }
};

/** What rows can be grouped by. */
export type AirportGroupBy =
  | 'elevation'
  | 'iata'
  | 'ident'
  | 'municipality'
  | 'name'
  | 'provinceCode'
  | 'type';

/** One place in an order: one field, with its direction. */
export type AirportOrderBy = {
  readonly elevation?: InputMaybe<SortDirection>;
  readonly iata?: InputMaybe<SortDirection>;
  readonly ident?: InputMaybe<SortDirection>;
  readonly latitude?: InputMaybe<SortDirection>;
  readonly longitude?: InputMaybe<SortDirection>;
  readonly municipality?: InputMaybe<SortDirection>;
  readonly name?: InputMaybe<SortDirection>;
  readonly provinceCode?: InputMaybe<SortDirection>;
  readonly type?: InputMaybe<SortDirection>;
};

/** Conditions on rows; every one that is stated must hold. */
export type AirportWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<AirportWhere>>;
  readonly elevation?: InputMaybe<IntCondition>;
  readonly iata?: InputMaybe<StringCondition>;
  readonly ident?: InputMaybe<IdCondition>;
  readonly latitude?: InputMaybe<FloatCondition>;
  readonly longitude?: InputMaybe<FloatCondition>;
  readonly municipality?: InputMaybe<StringCondition>;
  readonly name?: InputMaybe<StringCondition>;
  /** These must not all hold. */
  readonly not?: InputMaybe<AirportWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<AirportWhere>>;
  readonly province?: InputMaybe<ProvinceOneCondition>;
  readonly provinceCode?: InputMaybe<IdCondition>;
  readonly type?: InputMaybe<StringCondition>;
};

/** What rows can be grouped by. */
export type CityGroupBy =
  | 'code'
  | 'name'
  | 'provinceCode';

/** What the linked rows must meet, of those that may be seen; every one that is stated must hold. */
export type CityOneCondition = {
  /** No linked row meets these, as where there is no linked row. */
  readonly none?: InputMaybe<CityWhere>;
  /** One linked row meets these. */
  readonly some?: InputMaybe<CityWhere>;
};

/** One place in an order: one field, with its direction. */
export type CityOrderBy = {
  readonly code?: InputMaybe<SortDirection>;
  readonly name?: InputMaybe<SortDirection>;
  readonly provinceCode?: InputMaybe<SortDirection>;
};

/** Conditions on rows; every one that is stated must hold. */
export type CityWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<CityWhere>>;
  readonly code?: InputMaybe<IdCondition>;
  readonly name?: InputMaybe<StringCondition>;
  /** These must not all hold. */
  readonly not?: InputMaybe<CityWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<CityWhere>>;
  readonly province?: InputMaybe<ProvinceOneCondition>;
  readonly provinceCode?: InputMaybe<IdCondition>;
};

/** One place in an order: one field, with its direction. */
export type CompanyOrderBy = {
  readonly name?: InputMaybe<SortDirection>;
  readonly status?: InputMaybe<SortDirection>;
};

/** Conditions on rows; every one that is stated must hold. */
export type CompanyWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<CompanyWhere>>;
  readonly division?: InputMaybe<DivisionOneCondition>;
  readonly name?: InputMaybe<StringCondition>;
  /** These must not all hold. */
  readonly not?: InputMaybe<CompanyWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<CompanyWhere>>;
  readonly status?: InputMaybe<StringCondition>;
};

/** What rows can be grouped by. */
export type DivisionGroupBy =
  | 'cityCode'
  | 'code'
  | 'name'
  | 'provinceCode';

/** What the linked rows must meet, of those that may be seen; every one that is stated must hold. */
export type DivisionOneCondition = {
  /** No linked row meets these, as where there is no linked row. */
  readonly none?: InputMaybe<DivisionWhere>;
  /** One linked row meets these. */
  readonly some?: InputMaybe<DivisionWhere>;
};

/** One place in an order: one field, with its direction. */
export type DivisionOrderBy = {
  readonly cityCode?: InputMaybe<SortDirection>;
  readonly code?: InputMaybe<SortDirection>;
  readonly name?: InputMaybe<SortDirection>;
  readonly provinceCode?: InputMaybe<SortDirection>;
};

/** Conditions on rows; every one that is stated must hold. */
export type DivisionWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<DivisionWhere>>;
  readonly city?: InputMaybe<CityOneCondition>;
  readonly cityCode?: InputMaybe<IdCondition>;
  readonly code?: InputMaybe<IdCondition>;
  readonly name?: InputMaybe<StringCondition>;
  /** These must not all hold. */
  readonly not?: InputMaybe<DivisionWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<DivisionWhere>>;
  readonly province?: InputMaybe<ProvinceOneCondition>;
  readonly provinceCode?: InputMaybe<IdCondition>;
};

/** What a value must meet; every operator that is stated must hold. No value meets none of them but `isNull`. Texts compare by code point. */
export type FloatCondition = {
  readonly eq?: InputMaybe<Scalars['Float']['input']>;
  readonly gt?: InputMaybe<Scalars['Float']['input']>;
  readonly gte?: InputMaybe<Scalars['Float']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  /** Whether there is no value. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  readonly lt?: InputMaybe<Scalars['Float']['input']>;
  readonly lte?: InputMaybe<Scalars['Float']['input']>;
};

/** One place in an order: one field, with its direction. */
export type HouseOrderBy = {
  readonly area?: InputMaybe<SortDirection>;
  readonly builtIn?: InputMaybe<SortDirection>;
  readonly usage?: InputMaybe<SortDirection>;
};

/** What a house is for */
export type HouseUsage =
  /** 商业 */
  | 'COMMERCIAL'
  /** 工业 */
  | 'INDUSTRIAL'
  /** 办公 */
  | 'OFFICE'
  /** 其他 */
  | 'OTHER'
  /** 住宅 */
  | 'RESIDENTIAL';

/** What a value must meet; every operator that is stated must hold. No value meets none of them but `isNull`. Texts compare by code point. */
export type HouseUsageCondition = {
  readonly eq?: InputMaybe<HouseUsage>;
  readonly in?: InputMaybe<ReadonlyArray<HouseUsage>>;
  /** Whether there is no value. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Conditions on rows; every one that is stated must hold. */
export type HouseWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<HouseWhere>>;
  readonly area?: InputMaybe<FloatCondition>;
  readonly builtIn?: InputMaybe<IntCondition>;
  /** These must not all hold. */
  readonly not?: InputMaybe<HouseWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<HouseWhere>>;
  readonly usage?: InputMaybe<HouseUsageCondition>;
};

/** What a value must meet; every operator that is stated must hold. No value meets none of them but `isNull`. Texts compare by code point. */
export type IdCondition = {
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether there is no value. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Begins with these characters. */
  readonly startsWith?: InputMaybe<Scalars['ID']['input']>;
};

/** One place in an order: one field, with its direction. */
export type InsuranceOrderBy = {
  readonly status?: InputMaybe<SortDirection>;
};

/** Conditions on rows; every one that is stated must hold. */
export type InsuranceWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<InsuranceWhere>>;
  /** These must not all hold. */
  readonly not?: InputMaybe<InsuranceWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<InsuranceWhere>>;
  readonly status?: InputMaybe<StringCondition>;
};

/** What a value must meet; every operator that is stated must hold. No value meets none of them but `isNull`. Texts compare by code point. */
export type IntCondition = {
  readonly eq?: InputMaybe<Scalars['Int']['input']>;
  readonly gt?: InputMaybe<Scalars['Int']['input']>;
  readonly gte?: InputMaybe<Scalars['Int']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Whether there is no value. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  readonly lt?: InputMaybe<Scalars['Int']['input']>;
  readonly lte?: InputMaybe<Scalars['Int']['input']>;
};

/** What rows can be grouped by. */
export type ProvinceGroupBy =
  | 'code'
  | 'name';

/** What the linked rows must meet, of those that may be seen; every one that is stated must hold. */
export type ProvinceOneCondition = {
  /** No linked row meets these, as where there is no linked row. */
  readonly none?: InputMaybe<ProvinceWhere>;
  /** One linked row meets these. */
  readonly some?: InputMaybe<ProvinceWhere>;
};

/** One place in an order: one field, with its direction. */
export type ProvinceOrderBy = {
  readonly code?: InputMaybe<SortDirection>;
  readonly name?: InputMaybe<SortDirection>;
};

/** Conditions on rows; every one that is stated must hold. */
export type ProvinceWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<ProvinceWhere>>;
  readonly code?: InputMaybe<IdCondition>;
  readonly name?: InputMaybe<StringCondition>;
  /** These must not all hold. */
  readonly not?: InputMaybe<ProvinceWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<ProvinceWhere>>;
};

/** What rows can be grouped by. */
export type SchoolGroupBy =
  | 'divisionCode'
  | 'name'
  | 'places'
  | 'schoolCode'
  | 'stage';

/** One place in an order: one field, with its direction. */
export type SchoolOrderBy = {
  readonly divisionCode?: InputMaybe<SortDirection>;
  readonly name?: InputMaybe<SortDirection>;
  readonly places?: InputMaybe<SortDirection>;
  readonly schoolCode?: InputMaybe<SortDirection>;
  readonly stage?: InputMaybe<SortDirection>;
};

/** Conditions on rows; every one that is stated must hold. */
export type SchoolWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<SchoolWhere>>;
  readonly division?: InputMaybe<DivisionOneCondition>;
  readonly divisionCode?: InputMaybe<IdCondition>;
  readonly name?: InputMaybe<StringCondition>;
  /** These must not all hold. */
  readonly not?: InputMaybe<SchoolWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<SchoolWhere>>;
  readonly places?: InputMaybe<IntCondition>;
  readonly schoolCode?: InputMaybe<IdCondition>;
  readonly stage?: InputMaybe<StringCondition>;
};

/** Texts are ordered by code point. Rows without a value come last, unless first is said. */
export type SortDirection =
  | 'ASC'
  | 'ASC_NULLS_FIRST'
  | 'DESC'
  | 'DESC_NULLS_FIRST';

/** What rows can be grouped by. */
export type StreetGroupBy =
  | 'cityCode'
  | 'code'
  | 'divisionCode'
  | 'name'
  | 'provinceCode';

/** What the linked rows must meet, of those that may be seen; every one that is stated must hold. */
export type StreetOneCondition = {
  /** No linked row meets these, as where there is no linked row. */
  readonly none?: InputMaybe<StreetWhere>;
  /** One linked row meets these. */
  readonly some?: InputMaybe<StreetWhere>;
};

/** One place in an order: one field, with its direction. */
export type StreetOrderBy = {
  readonly cityCode?: InputMaybe<SortDirection>;
  readonly code?: InputMaybe<SortDirection>;
  readonly divisionCode?: InputMaybe<SortDirection>;
  readonly name?: InputMaybe<SortDirection>;
  readonly provinceCode?: InputMaybe<SortDirection>;
};

/** Conditions on rows; every one that is stated must hold. */
export type StreetWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<StreetWhere>>;
  readonly city?: InputMaybe<CityOneCondition>;
  readonly cityCode?: InputMaybe<IdCondition>;
  readonly code?: InputMaybe<IdCondition>;
  readonly division?: InputMaybe<DivisionOneCondition>;
  readonly divisionCode?: InputMaybe<IdCondition>;
  readonly name?: InputMaybe<StringCondition>;
  /** These must not all hold. */
  readonly not?: InputMaybe<StreetWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<StreetWhere>>;
  readonly province?: InputMaybe<ProvinceOneCondition>;
  readonly provinceCode?: InputMaybe<IdCondition>;
};

/** What a value must meet; every operator that is stated must hold. No value meets none of them but `isNull`. Texts compare by code point. */
export type StringCondition = {
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  readonly gt?: InputMaybe<Scalars['String']['input']>;
  readonly gte?: InputMaybe<Scalars['String']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether there is no value. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  readonly lt?: InputMaybe<Scalars['String']['input']>;
  readonly lte?: InputMaybe<Scalars['String']['input']>;
  /** Begins with these characters. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** What rows can be grouped by. */
export type VillageGroupBy =
  | 'cityCode'
  | 'code'
  | 'divisionCode'
  | 'name'
  | 'provinceCode'
  | 'streetCode';

/** One place in an order: one field, with its direction. */
export type VillageOrderBy = {
  readonly cityCode?: InputMaybe<SortDirection>;
  readonly code?: InputMaybe<SortDirection>;
  readonly divisionCode?: InputMaybe<SortDirection>;
  readonly name?: InputMaybe<SortDirection>;
  readonly provinceCode?: InputMaybe<SortDirection>;
  readonly streetCode?: InputMaybe<SortDirection>;
};

/** Conditions on rows; every one that is stated must hold. */
export type VillageWhere = {
  /** Each of these must hold. */
  readonly and?: InputMaybe<ReadonlyArray<VillageWhere>>;
  readonly city?: InputMaybe<CityOneCondition>;
  readonly cityCode?: InputMaybe<IdCondition>;
  readonly code?: InputMaybe<IdCondition>;
  readonly division?: InputMaybe<DivisionOneCondition>;
  readonly divisionCode?: InputMaybe<IdCondition>;
  readonly name?: InputMaybe<StringCondition>;
  /** These must not all hold. */
  readonly not?: InputMaybe<VillageWhere>;
  /** One of these must hold. */
  readonly or?: InputMaybe<ReadonlyArray<VillageWhere>>;
  readonly province?: InputMaybe<ProvinceOneCondition>;
  readonly provinceCode?: InputMaybe<IdCondition>;
  readonly street?: InputMaybe<StreetOneCondition>;
  readonly streetCode?: InputMaybe<IdCondition>;
};

export type ApplicantQueryVariables = Exact<{
  idNo: Scalars['ID']['input'];
}>;


export type ApplicantQuery = { readonly resident?: { readonly idNo: import('../desensitized.js').Desensitized<string>, readonly name: import('../desensitized.js').Desensitized<string>, readonly birthDate?: import('../desensitized.js').Desensitized<string> | null, readonly division?: { readonly name?: string | null } | null, readonly insurance?: { readonly nodes: ReadonlyArray<{ readonly status: string, readonly startedOn: import('../desensitized.js').Desensitized<string>, readonly monthlyBase?: import('../desensitized.js').Desensitized<string> | null }> } | null } | null };


export const ApplicantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Applicant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idNo"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idNo"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idNo"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idNo"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"insurance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"monthlyBase"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ApplicantQuery, ApplicantQueryVariables>;