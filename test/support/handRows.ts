import type { Cell } from '../../demo/write/demoDatabase.js';

/** Rows by hand, by table; columns that are left out are null. */
export type HandRows = Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;

const zhang = '370202199003071233';
const li = '370203198512121510';
const child = '370202201509010022';

/** An ID number that nobody has but companies name. */
const stranger = '110105194912310028';

function company(row_id: number, name: string, legal: string, division: string, capital: number) {
  return {
    row_id,
    credit_code: `9137020000000000${String(row_id).padStart(2, '0')}`,
    name,
    status: row_id % 2 === 0 ? '注销' : '存续',
    registered_capital: capital,
    established_on: `20${String(10 + row_id)}-05-01`,
    legal_rep_name: '张小三',
    legal_rep_id_no: legal,
    phone: '14012341234',
    division_code: division,
  };
}

/** 张小三 of 市南区 with four companies, 李四 of 市北区 with one, a child of 2015 with one. */
export const handRows: HandRows = {
  province: [
    { code: '37', name: '山东省' },
    { code: '11', name: '北京市' },
  ],
  area: [
    { code: '370202', name: '市南区', cityCode: '3702', provinceCode: '37' },
    { code: '370203', name: '市北区', cityCode: '3702', provinceCode: '37' },
  ],
  resident: [
    {
      row_id: 1,
      id_no: zhang,
      name: '张小三',
      birth_date: '1990-03-07',
      division_code: '370202',
    },
    { row_id: 2, id_no: li, name: '李四', birth_date: '1985-12-12', division_code: '370203' },
    {
      row_id: 3,
      id_no: child,
      name: '欧阳明月',
      birth_date: '2015-09-01',
      division_code: '370202',
    },
    { row_id: 4, id_no: '370202198001010018', name: '王五', division_code: '370202' },
  ],
  company: [
    company(1, '甲', zhang, '370203', 500),
    company(2, '乙', zhang, '370202', 100),
    company(3, '丙', li, '370202', 300),
    company(4, '丁', zhang, '370202', 100),
    company(5, '戊', stranger, '370203', 900),
    company(6, '己', zhang, '999999', 50),
    company(7, '庚', child, '370202', 10),
  ],
  insurance: [
    {
      row_id: 1,
      insurance_no: 'QD2024000815',
      id_no: zhang,
      employer_credit_code: null,
      started_on: '2012-07-01',
      monthly_base: 12_345,
      status: '参保缴费',
    },
  ],
};

export const [zhangId, liId, childId] = [zhang, li, child];
