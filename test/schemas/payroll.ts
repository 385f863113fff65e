import { resourceOf, shared } from '../support/ownGateway.js';

import type { RealSchema } from './realSchema.js';

const page = (columns: string, rest = '') => `pageBy: ${columns}${rest}`;

/** A payroll: histories that are keyed by a person and a day, and views of what holds now. */
export const payroll: RealSchema = {
  name: 'a payroll',
  tables: [
    ...['employee', 'department', 'dept_emp', 'dept_manager', 'title', 'salary', 'payslip'],
    ...['current_dept_emp', 'head_count'],
  ],
  statements: ({ whole, text }) => [
    `CREATE TABLE employee (emp_no INTEGER NOT NULL PRIMARY KEY, birth_date DATE NOT NULL, name VARCHAR(30) NOT NULL,
       gender CHAR(1) NOT NULL, hired DATE NOT NULL)`,
    'CREATE TABLE department (dept_no CHAR(4) NOT NULL PRIMARY KEY, dept_name VARCHAR(40) NOT NULL UNIQUE)',
    `CREATE TABLE dept_emp (emp_no INTEGER NOT NULL, dept_no CHAR(4) NOT NULL, from_date DATE NOT NULL, to_date DATE NOT NULL,
       PRIMARY KEY (emp_no, dept_no))`,
    `CREATE TABLE dept_manager (dept_no CHAR(4) NOT NULL, emp_no INTEGER NOT NULL, from_date DATE NOT NULL, to_date DATE NOT NULL,
       PRIMARY KEY (emp_no, dept_no))`,
    `CREATE TABLE title (emp_no INTEGER NOT NULL, title VARCHAR(50) NOT NULL, from_date DATE NOT NULL, to_date DATE,
       PRIMARY KEY (emp_no, title, from_date))`,
    'CREATE TABLE salary (emp_no INTEGER NOT NULL, salary INTEGER NOT NULL, from_date DATE NOT NULL, to_date DATE NOT NULL, PRIMARY KEY (emp_no, from_date))',
    // What was printed, more than once at times.
    'CREATE TABLE payslip (emp_no INTEGER NOT NULL, from_date DATE NOT NULL, month VARCHAR(7) NOT NULL, net INTEGER NOT NULL)',
    `INSERT INTO employee VALUES (1, '1970-05-01', 'Wen', 'F', '1999-01-01'), (2, '1980-02-29', 'Bo', 'M', '2005-06-15'), (3, '1990-12-31', 'Wen', 'M', '2010-10-10')`,
    `INSERT INTO department VALUES ('d001', 'Roads'), ('d002', 'Water'), ('d003', 'Parks')`,
    `INSERT INTO dept_emp VALUES (1, 'd001', '1999-01-01', '9999-01-01'), (2, 'd001', '2005-06-15', '2010-01-01'), (2, 'd002', '2010-01-01', '9999-01-01'), (3, 'd002', '2010-10-10', '2011-01-01')`,
    `INSERT INTO dept_manager VALUES ('d001', 1, '2001-01-01', '9999-01-01'), ('d002', 2, '2011-01-01', '9999-01-01')`,
    `INSERT INTO title VALUES (1, 'Clerk', '1999-01-01', '2001-01-01'), (1, 'Head', '2001-01-01', NULL), (2, 'Clerk', '2005-06-15', NULL), (3, 'Clerk', '2010-10-10', '2010-12-01'), (3, 'Clerk', '2010-12-02', '2011-01-01')`,
    `INSERT INTO salary VALUES (1, 50, '1999-01-01', '2000-01-01'), (1, 60, '2000-01-01', '9999-01-01'), (2, 55, '2005-06-15', '9999-01-01'), (3, 40, '2010-10-10', '2011-01-01')`,
    `INSERT INTO payslip VALUES (1, '2000-01-01', '2000-01', 45), (1, '2000-01-01', '2000-01', 45), (1, '2000-01-01', '2000-02', 45), (2, '2005-06-15', '2005-07', 41), (2, '2005-06-16', '2005-07', 1)`,
    `CREATE VIEW current_dept_emp AS SELECT emp_no, dept_no, from_date FROM dept_emp WHERE to_date = '9999-01-01'`,
    `CREATE VIEW head_count AS SELECT ${text('dept_no')} AS dept_no, ${text('gender')} AS gender, ${whole('COUNT(*)')} AS heads
       FROM dept_emp JOIN employee ON employee.emp_no = dept_emp.emp_no GROUP BY dept_no, gender`,
  ],
  types: () => `
enum Gender { FEMALE @code(value: "F", title: "女") MALE @code(value: "M", title: "男") }
type Employee ${resourceOf('employee', '0201', page('"emp_no"'))} ${shared} {
  empNo: Int! @key @column(name: "emp_no")
  birthDate: Date @column(name: "birth_date")
  name: String
  gender: Gender
  hired: Date
  salaries: [Salary!] @link(from: "empNo", to: "empNo")
  firstSalary: Salary @link(from: ["empNo", "hired"], to: ["empNo", "fromDate"])
  titles: [Title!] @link(from: "empNo", to: "empNo")
  now: CurrentDeptEmp @link(from: "empNo", to: "empNo")
  departments: [Department!] @link(from: "empNo", to: "deptNo", through: { type: "DeptEmp", from: "empNo", to: "deptNo" })
  manages: [Department!] @link(from: "empNo", to: "deptNo", through: { type: "DeptManager", from: "empNo", to: "deptNo" })
}
type Department ${resourceOf('department', '0202', page('"dept_no"'))} ${shared} {
  deptNo: ID! @key @column(name: "dept_no")
  deptName: String @column(name: "dept_name")
  employees: [Employee!] @link(from: "deptNo", to: "empNo", through: { type: "DeptEmp", from: "deptNo", to: "empNo" })
  managers: [Employee!] @link(from: "deptNo", to: "empNo", through: { type: "DeptManager", from: "deptNo", to: "empNo" })
  heads: [HeadCount!] @link(from: "deptNo", to: "deptNo")
}
type DeptEmp ${resourceOf('dept_emp', '0203', page('["emp_no", "dept_no"]'))} ${shared} @key(fields: ["empNo", "deptNo"]) {
  empNo: Int! @column(name: "emp_no")
  deptNo: ID! @column(name: "dept_no")
  fromDate: Date @column(name: "from_date")
  toDate: Date @column(name: "to_date")
  manager: DeptManager @link(from: ["empNo", "deptNo"], to: ["empNo", "deptNo"])
}
type DeptManager ${resourceOf('dept_manager', '0204', page('["emp_no", "dept_no"]'))} ${shared} @key(fields: ["empNo", "deptNo"]) {
  empNo: Int! @column(name: "emp_no")
  deptNo: ID! @column(name: "dept_no")
  fromDate: Date @column(name: "from_date")
  toDate: Date @column(name: "to_date")
}
type Title ${resourceOf('title', '0205', page('["emp_no", "from_date"]', ', unique: [["emp_no", "from_date"]]'))} ${shared} @key(fields: ["empNo", "title", "fromDate"]) {
  empNo: Int! @column(name: "emp_no")
  title: String!
  fromDate: Date @column(name: "from_date")
  toDate: Date @column(name: "to_date")
}
type Salary ${resourceOf('salary', '0206', page('["emp_no", "from_date"]'))} ${shared} @key(fields: ["empNo", "fromDate"]) {
  empNo: Int! @column(name: "emp_no")
  fromDate: Date @column(name: "from_date")
  toDate: Date @column(name: "to_date")
  salary: Int
  employee: Employee @link(from: "empNo", to: "empNo")
}
type Payslip ${resourceOf('payslip', '0207', page('[]'))} ${shared} {
  empNo: Int @column(name: "emp_no")
  fromDate: Date @column(name: "from_date")
  month: String
  net: Int
}
type CurrentDeptEmp ${resourceOf('current_dept_emp', '0208', page('"emp_no"', ', unique: [["emp_no"]]'))} ${shared} {
  empNo: Int @key @column(name: "emp_no")
  deptNo: ID @column(name: "dept_no")
  fromDate: Date @column(name: "from_date")
  department: Department @link(from: "deptNo", to: "deptNo")
}
type HeadCount ${resourceOf('head_count', '0209', page('["dept_no", "gender"]', ', unique: [["dept_no", "gender"]]'))} ${shared} {
  deptNo: ID @column(name: "dept_no")
  gender: Gender
  heads: Int
}`,
  questions: [
    {
      ask: '{ employees(first: 9) { nodes { empNo name birthDate gender firstSalary { salary } salaries(first: 9) { totalCount nodes { salary toDate } } now { department { deptName } } } } }',
      sql: `SELECT e.emp_no AS a, e.name AS b, CAST(e.birth_date AS CHAR(10)) AS c, CASE e.gender WHEN 'F' THEN 'FEMALE' ELSE 'MALE' END AS d, f.salary AS e,
          (SELECT COUNT(*) FROM salary n WHERE n.emp_no = e.emp_no) AS g, s.salary AS h, CAST(s.to_date AS CHAR(10)) AS i, d.dept_name AS j
        FROM employee e LEFT JOIN salary f ON f.emp_no = e.emp_no AND f.from_date = e.hired LEFT JOIN salary s ON s.emp_no = e.emp_no
        LEFT JOIN current_dept_emp c ON c.emp_no = e.emp_no LEFT JOIN department d ON d.dept_no = c.dept_no`,
    },
    {
      ask: '{ departments(first: 9) { nodes { deptName employees(first: 9, orderBy: [{ name: DESC }]) { totalCount nodes { empNo } } managers(first: 9) { nodes { name } } heads(first: 9) { nodes { gender heads } } } } }',
      sql: `SELECT d.dept_name AS a, (SELECT COUNT(*) FROM dept_emp n WHERE n.dept_no = d.dept_no) AS b, de.emp_no AS c, m.name AS e,
          CASE h.gender WHEN 'F' THEN 'FEMALE' WHEN 'M' THEN 'MALE' END AS g, h.heads AS h FROM department d
        LEFT JOIN dept_emp de ON de.dept_no = d.dept_no LEFT JOIN dept_manager dm ON dm.dept_no = d.dept_no
        LEFT JOIN employee m ON m.emp_no = dm.emp_no LEFT JOIN head_count h ON h.dept_no = d.dept_no`,
    },
    {
      ask: '{ salaries(first: 99, where: { employee: { some: { departments: { some: { deptName: { eq: "Water" } } } } }, fromDate: { lt: "2010-01-01" } }) { nodes { empNo fromDate salary } } }',
      sql: `SELECT s.emp_no AS a, CAST(s.from_date AS CHAR(10)) AS b, s.salary AS c FROM salary s WHERE s.from_date < '2010-01-01' AND s.emp_no IN
        (SELECT de.emp_no FROM dept_emp de JOIN department d ON d.dept_no = de.dept_no WHERE d.dept_name = 'Water')`,
    },
    {
      ask: '{ employees(first: 9, where: { manages: { none: {} }, titles: { every: { title: { eq: "Clerk" } } } }) { nodes { empNo titles(first: 9) { nodes { fromDate toDate } } } } }',
      sql: `SELECT e.emp_no AS a, CAST(t.from_date AS CHAR(10)) AS b, CAST(t.to_date AS CHAR(10)) AS c FROM employee e LEFT JOIN title t ON t.emp_no = e.emp_no
        WHERE NOT EXISTS (SELECT 1 FROM dept_manager m WHERE m.emp_no = e.emp_no) AND NOT EXISTS (SELECT 1 FROM title n WHERE n.emp_no = e.emp_no AND n.title <> 'Clerk')`,
    },
    {
      ask: '{ deptEmps(first: 9) { nodes { empNo deptNo fromDate manager { fromDate } } } }',
      sql: `SELECT de.emp_no AS a, de.dept_no AS b, CAST(de.from_date AS CHAR(10)) AS c, CAST(m.from_date AS CHAR(10)) AS d FROM dept_emp de
        LEFT JOIN dept_manager m ON m.emp_no = de.emp_no AND m.dept_no = de.dept_no`,
    },
    {
      ask: '{ title(empNo: 3, title: "Clerk", fromDate: "2010-12-02") { toDate } }',
      sql: `SELECT CAST(to_date AS CHAR(10)) AS a FROM title WHERE emp_no = 3 AND title = 'Clerk' AND from_date = '2010-12-02'`,
    },
    {
      ask: '{ payslipAggregate(groupBy: [month, empNo]) { group { month empNo } count sum { net } } }',
      sql: 'SELECT month AS a, emp_no AS b, COUNT(*) AS c, SUM(net) AS d FROM payslip GROUP BY month, emp_no',
    },
    {
      ask: '{ employeeAggregate(groupBy: [gender, hired_year]) { group { gender hired_year } count } }',
      sql: `SELECT CASE gender WHEN 'F' THEN 'FEMALE' ELSE 'MALE' END AS a, SUBSTR(CAST(hired AS CHAR(10)), 1, 4) AS b, COUNT(*) AS c FROM employee
        GROUP BY gender, SUBSTR(CAST(hired AS CHAR(10)), 1, 4)`,
    },
  ],
};
