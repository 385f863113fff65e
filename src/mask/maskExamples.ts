import type { Mask, MaskRuleName, PlainRule } from './mask.js';

/** What a mask shows of a value. The reference docs print the examples, and a test checks them. */
export interface MaskExample {
  readonly mask: Mask;
  readonly value: string | number;
  readonly shown: string;
}

type Pair = readonly [value: string | number, shown: string];

function under(mask: Mask, ...pairs: readonly Pair[]): readonly MaskExample[] {
  return pairs.map(([value, shown]) => ({ mask, value, shown }));
}

function by(rule: PlainRule, ...pairs: readonly Pair[]): readonly MaskExample[] {
  return under({ rule }, ...pairs);
}

/** The key of the HASH examples: 32 zeros. A gateway derives a key for each grant and field. */
export const exampleKey: Uint8Array = new Uint8Array(32);

/** The usual values for each rule, and some to which it cannot be applied. */
export const maskExamples: { readonly [Rule in MaskRuleName]: readonly MaskExample[] } = {
  NAME: by(
    'NAME',
    ['张小三', '张*三'],
    ['欧阳明月', '欧**月'],
    ['买买提·吐尔逊', '买*****逊'],
    ['张三', '张*'],
    ['张', '*'],
    ['', '****'],
  ),
  ID_NUMBER: by(
    'ID_NUMBER',
    ['370202199003071233', '370***********1233'],
    ['11010519491231002X', '110***********002X'],
    ['370202900307123', '370********7123'],
    ['3702021990030712', '****'],
    ['３７０２０２１９９００３０７１２３３', '****'],
  ),
  PHONE: by(
    'PHONE',
    ['13812341234', '138****1234'],
    ['09157518479', '0915*****79'],
    ['+8613812341234', '****'],
  ),
  BANK_CARD: by(
    'BANK_CARD',
    ['6222021910123456781', '622202*********6781'],
    ['6222 0219 1012 3456', '****'],
  ),
  ADDRESS: by(
    'ADDRESS',
    ['青岛市市南区香港中路11号', '青岛市市南区****'],
    ['香港中路11号', '****'],
  ),
  EMAIL: by('EMAIL', ['zhangsan@163.com', 'z*******@163.com'], ['z@163.com', '****']),
  PLATE: by('PLATE', ['鲁B12345', '鲁B1***5'], ['鲁AD12345', '鲁AD****5'], ['鲁B·12345', '****']),
  PASSPORT: by('PASSPORT', ['E12345678', 'E****5678'], ['e12345678', '****']),
  YEAR: by('YEAR', ['1990-03-07', '1990'], ['1990-02-31', '****']),
  YEAR_MONTH: by('YEAR_MONTH', ['1990-03-07', '1990-03'], ['1990-3-7', '****']),
  RANGE: [
    ...under({ rule: 'RANGE', step: 10 }, [37, '30–39'], [40, '40–49'], [-5, '-10–-1']),
    ...under(
      { rule: 'RANGE', step: 5 },
      [0, '0–4'],
      ['9007199254740993', '9007199254740990–9007199254740994'],
      ['12.95', '10–14'],
    ),
  ],
  KEEP: [
    ...under({ rule: 'KEEP', first: 2, last: 3 }, ['QD2024000815', 'QD*******815']),
    ...under({ rule: 'KEEP', first: 1, last: 0 }, ['青岛二中', '青***'], ['青', '****']),
  ],
  HASH: by('HASH', ['370202199003071233', 'wFqm0_6cfMPmmGgogty4BHr3jpZBensdlCZM_sPrAvg']),
  REDACT: by('REDACT', ['青岛市市南区香港中路11号', '****'], ['', '****']),
};
