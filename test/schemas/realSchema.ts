import type { OwnKind } from '../support/ownGateway.js';

/** What differs between the kinds of database that a schema may lie in. */
export interface Words {
  readonly kind: OwnKind;
  /** A day with a time of day. */
  readonly moment: string;
  /** How a column of texts is declared that holds to no case: after its type. */
  readonly folding: string;
  /** Likewise one that holds Chinese in an old encoding. */
  readonly gbk: string;
  /** What is computed, as a whole number: SQLite knows the type of what is cast alone. */
  readonly whole: (expression: string) => string;
  readonly text: (expression: string) => string;
  readonly sum: (expression: string) => string;
  /** The type of fields over decimals: SQLite holds them as floating-point numbers. */
  readonly decimal: 'Decimal' | 'Float';
}

const asIs = (expression: string) => expression;

export const wordsOf: Readonly<Record<OwnKind, Words>> = {
  sqlite: {
    kind: 'sqlite',
    moment: 'DATETIME',
    folding: 'COLLATE NOCASE',
    gbk: '',
    whole: (expression) => `CAST(${expression} AS INTEGER)`,
    text: (expression) => `CAST(${expression} AS TEXT)`,
    sum: (expression) => `CAST(SUM(${expression}) AS REAL)`,
    decimal: 'Float',
  },
  mariadb: {
    kind: 'mariadb',
    moment: 'DATETIME',
    folding: 'CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci',
    gbk: 'CHARACTER SET gbk COLLATE gbk_chinese_ci',
    whole: asIs,
    text: asIs,
    sum: (expression) => `SUM(${expression})`,
    decimal: 'Decimal',
  },
  postgres: {
    kind: 'postgres',
    moment: 'TIMESTAMP',
    folding: '',
    gbk: '',
    whole: asIs,
    text: asIs,
    sum: (expression) => `SUM(${expression})`,
    decimal: 'Decimal',
  },
};

/** A question to the channel, and the same to the database by hand. */
export interface Question {
  /** One root; the fields that hold values, in the order in which the statement has its columns. */
  readonly ask: string;
  /** Each column has a name of its own. */
  readonly sql: string;
  /** How many values are none of their field's type: each is a null, and an error at its path. */
  readonly mismatches?: number;
}

/** A schema of real shape: every table and view of it is offered, and every answer is what SQL gives. */
export interface RealSchema {
  readonly name: string;
  /** Its tables and views, with some rows. */
  readonly statements: (words: Words) => readonly string[];
  /** Its tables and views, each of which is offered. */
  readonly tables: readonly string[];
  /** The types of its catalog. */
  readonly types: (words: Words) => string;
  readonly questions: readonly Question[];
}
