import { resourceOf, shared } from '../support/ownGateway.js';

import type { RealSchema } from './realSchema.js';

const page = (columns: string, rest = '') => `pageBy: ${columns}${rest}`;

/** A Chinese system of old: names in pinyin, days as texts, GBK, code tables by class and code, no keys. */
export const legacy: RealSchema = {
  name: 'a legacy register',
  tables: ['t_rkxx', 't_xsxx', 't_xx', 't_dm', 't_xjbd', 'v_mz', 'v_xsmc'],
  statements: ({ folding, gbk }) => [
    // 人口信息: a person; xbdm and mzdm are codes of the classes XB and MZ.
    `CREATE TABLE t_rkxx (rybh VARCHAR(20) NOT NULL PRIMARY KEY, xm VARCHAR(40) ${gbk}, sfzh VARCHAR(18) ${folding}, xbdm CHAR(1), mzlb VARCHAR(4), mzdm VARCHAR(2),
       csrq VARCHAR(8), djny VARCHAR(6), sfyx CHAR(1))`,
    // 学生信息: of a person in a school; no key, and rxrq is a number.
    'CREATE TABLE t_xsxx (rybh VARCHAR(20), xxdm VARCHAR(10), rxrq INTEGER, nj INTEGER)',
    `CREATE TABLE t_xx (xxdm VARCHAR(10) NOT NULL PRIMARY KEY, xxmc VARCHAR(60) ${gbk} NOT NULL)`,
    `CREATE TABLE t_dm (dmlb VARCHAR(4) NOT NULL, dmz VARCHAR(4) NOT NULL, dmmc VARCHAR(40) ${gbk} NOT NULL, PRIMARY KEY (dmlb, dmz))`,
    // 学籍变动: keyed by a person and a day that is a text.
    'CREATE TABLE t_xjbd (rybh VARCHAR(20) NOT NULL, bdrq VARCHAR(8) NOT NULL, bdlb VARCHAR(4) NOT NULL, bdyy VARCHAR(4), PRIMARY KEY (rybh, bdrq))',
    `INSERT INTO t_dm VALUES ('MZ', '01', '汉族'), ('MZ', '02', '蒙古族'), ('BD', '01', '转学'), ('BD', '02', '休学')`,
    `INSERT INTO t_rkxx VALUES ('p1', '张三', '370202199003071233', '1', 'MZ', '01', '19900307', '200801', 'Y'),
       ('p2', '李四', '37020219850229001x', '2', 'MZ', '02', '19850229', '200813', 'N'),
       ('p3', '王五', NULL, '9', 'MZ', '99', '', NULL, ''), ('P1', '赵六', '37020319800101128X', '3', NULL, NULL, '20200229', '202012', 'y')`,
    `INSERT INTO t_xx VALUES ('s1', '第一中学'), ('s2', '实验小学')`,
    `INSERT INTO t_xsxx VALUES ('p1', 's1', 20050901, 1), ('p1', 's1', 20050901, 2), ('p2', 's2', 20059999, 1), ('P1', 's1', NULL, 3), (NULL, 's2', 20100901, 1)`,
    `INSERT INTO t_xjbd VALUES ('p1', '20060301', 'BD', '01'), ('p1', '20070301', 'BD', '02'), ('p2', '20060301', 'BD', '09')`,
    `CREATE VIEW v_mz AS SELECT dmz, dmmc FROM t_dm WHERE dmlb = 'MZ'`,
    `CREATE VIEW v_xsmc AS SELECT t_xsxx.rybh, t_xsxx.nj, t_xx.xxmc FROM t_xsxx JOIN t_xx ON t_xx.xxdm = t_xsxx.xxdm`,
  ],
  types: () => `
enum Sex { UNKNOWN @code(value: "0", title: "未知的性别") MALE @code(value: "1", title: "男性") FEMALE @code(value: "2", title: "女性") UNSTATED @code(value: "9", title: "未说明的性别") }
type Person ${resourceOf('t_rkxx', '0301', page('"rybh"'))} ${shared} {
  rybh: ID! @key
  xm: String
  sfzh: ID
  sex: Sex @column(name: "xbdm")
  mzlb: ID
  mzdm: ID
  csrq: Date @column(format: "YYYYMMDD")
  "A month, which is no day."
  djny: String
  sfyx: Boolean @column(true: "Y", false: "N")
  nation: Code @link(from: ["mzlb", "mzdm"], to: ["dmlb", "dmz"])
  nationByView: Nation @link(from: "mzdm", to: "dmz")
  schools: [School!] @link(from: "rybh", to: "xxdm", through: { type: "Pupil", from: "rybh", to: "xxdm" })
  changes: [Change!] @link(from: "rybh", to: "rybh")
}
type Pupil ${resourceOf('t_xsxx', '0302', page('[]'))} ${shared} {
  rybh: ID
  xxdm: ID
  rxrq: Date @column(format: "YYYYMMDD")
  nj: Int
}
type School ${resourceOf('t_xx', '0303', page('"xxdm"'))} ${shared} {
  xxdm: ID! @key
  xxmc: String
  people: [Person!] @link(from: "xxdm", to: "rybh", through: { type: "Pupil", from: "xxdm", to: "rybh" })
}
type Code ${resourceOf('t_dm', '0304', page('["dmlb", "dmz"]'))} ${shared} @key(fields: ["dmlb", "dmz"]) {
  dmlb: ID!
  dmz: ID!
  dmmc: String
}
type Change ${resourceOf('t_xjbd', '0305', page('["rybh", "bdrq"]'))} ${shared} @key(fields: ["rybh", "bdrq"]) {
  rybh: ID!
  bdrq: Date @column(format: "YYYYMMDD")
  bdlb: ID
  bdyy: ID
  reason: Code @link(from: ["bdlb", "bdyy"], to: ["dmlb", "dmz"])
  person: Person @link(from: "rybh", to: "rybh")
}
type Nation ${resourceOf('v_mz', '0306', page('"dmz"', ', unique: [["dmz"]]'))} ${shared} {
  dmz: ID @key
  dmmc: String
}
type PupilName ${resourceOf('v_xsmc', '0307', page('[]'))} ${shared} {
  rybh: ID
  nj: Int
  xxmc: String
}`,
  questions: [
    {
      ask: '{ persons(first: 9) { nodes { rybh xm sex csrq djny nation { dmmc } nationByView { dmmc } } } }',
      // A code of no list, a 29 February of no calendar, and a text without a day.
      mismatches: 3,
      sql: `SELECT p.rybh AS a, p.xm AS b, CASE p.xbdm WHEN '1' THEN 'MALE' WHEN '2' THEN 'FEMALE' WHEN '9' THEN 'UNSTATED' END AS c,
          CASE p.csrq WHEN '19900307' THEN '1990-03-07' WHEN '20200229' THEN '2020-02-29' END AS d,
          p.djny AS e, d.dmmc AS f, v.dmmc AS g
        FROM t_rkxx p LEFT JOIN t_dm d ON d.dmlb = p.mzlb AND d.dmz = p.mzdm LEFT JOIN v_mz v ON v.dmz = p.mzdm`,
    },
    {
      ask: '{ schools(first: 9) { nodes { xxmc people(first: 9) { totalCount nodes { xm } } } } }',
      sql: `SELECT s.xxmc AS a, (SELECT COUNT(DISTINCT x.rybh) FROM t_xsxx x JOIN t_rkxx p ON p.rybh = x.rybh WHERE x.xxdm = s.xxdm) AS b, n.xm AS c FROM t_xx s
        LEFT JOIN (SELECT DISTINCT x.xxdm, p.xm FROM t_xsxx x JOIN t_rkxx p ON p.rybh = x.rybh) n ON n.xxdm = s.xxdm`,
    },
    {
      ask: '{ persons(first: 9, where: { csrq: { gte: "1990-01-01" } }) { nodes { rybh schools(first: 9) { nodes { xxmc } } changes(first: 9) { nodes { bdrq reason { dmmc } } } } } }',
      sql: `SELECT p.rybh AS a, n.xxmc AS b, CASE c.bdrq WHEN '20060301' THEN '2006-03-01' WHEN '20070301' THEN '2007-03-01' END AS c, d.dmmc AS d FROM t_rkxx p
        LEFT JOIN (SELECT DISTINCT x.rybh, s.xxmc FROM t_xsxx x JOIN t_xx s ON s.xxdm = x.xxdm) n ON n.rybh = p.rybh
        LEFT JOIN t_xjbd c ON c.rybh = p.rybh LEFT JOIN t_dm d ON d.dmlb = c.bdlb AND d.dmz = c.bdyy WHERE p.csrq IN ('19900307', '20200229')`,
    },
    {
      ask: '{ change(rybh: "p1", bdrq: "2007-03-01") { bdyy person { xm } } }',
      sql: `SELECT c.bdyy AS a, p.xm AS b FROM t_xjbd c JOIN t_rkxx p ON p.rybh = c.rybh WHERE c.rybh = 'p1' AND c.bdrq = '20070301'`,
    },
    {
      ask: '{ persons(first: 9, where: { sfyx: { eq: true } }, orderBy: [{ csrq: DESC }]) { nodes { xm } } }',
      sql: `SELECT xm AS a FROM t_rkxx WHERE rybh = 'p1'`,
    },
    {
      ask: '{ changes(first: 9, where: { reason: { none: {} } }) { nodes { rybh bdyy } } }',
      sql: `SELECT rybh AS a, bdyy AS b FROM t_xjbd WHERE bdyy = '09'`,
    },
    {
      ask: '{ pupilAggregate(groupBy: [rxrq]) { group { rxrq } count } }',
      sql: `SELECT CASE rxrq WHEN 20050901 THEN '2005-09-01' WHEN 20100901 THEN '2010-09-01' END AS a, COUNT(*) AS b FROM t_xsxx
        GROUP BY CASE rxrq WHEN 20050901 THEN '2005-09-01' WHEN 20100901 THEN '2010-09-01' END`,
    },
    {
      ask: '{ pupilNameAggregate(groupBy: [xxmc]) { group { xxmc } count } }',
      sql: 'SELECT xxmc AS a, COUNT(*) AS b FROM v_xsmc GROUP BY xxmc',
    },
    {
      ask: '{ nations(first: 9) { nodes { dmz dmmc } } }',
      sql: 'SELECT dmz AS a, dmmc AS b FROM v_mz',
    },
  ],
};
