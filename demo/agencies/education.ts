import type { SourceName } from '../../src/shared/brand.js';
import { Draw } from '../generate/draw.js';
import { qingdaoDivisions } from '../generate/qingdaoDivisions.js';
import { integer, text, type DemoDatabase } from '../write/demoDatabase.js';

export interface School {
  readonly schoolCode: string;
  readonly name: string;
  readonly stage: string;
  readonly divisionCode: string;
  readonly places: number;
}

interface Stage {
  readonly stage: string;
  readonly called: string;
  readonly inEachDivision: number;
  readonly fewest: number;
  readonly most: number;
}

const stages: readonly Stage[] = [
  { stage: '学前教育', called: '幼儿园', inEachDivision: 12, fewest: 90, most: 360 },
  { stage: '小学', called: '小学', inEachDivision: 12, fewest: 300, most: 2_000 },
  { stage: '初中', called: '初级中学', inEachDivision: 8, fewest: 450, most: 2_400 },
  { stage: '高中', called: '高级中学', inEachDivision: 5, fewest: 900, most: 3_000 },
  { stage: '九年一贯制', called: '学校', inEachDivision: 3, fewest: 600, most: 2_800 },
];

/** What tells the schools of one division and stage apart. */
const schoolWords = [
  '实验',
  '育才',
  '第一',
  '第二',
  '第三',
  '海滨',
  '文昌',
  '晨光',
  '新城',
  '博文',
  '启明',
  '长江路',
];

/** The demo's schools, of every stage in every division of Qingdao; a name is given once. */
export function* schools(): Generator<School> {
  const draw = new Draw(370_205);
  let number = 0;
  for (const [divisionCode, division] of qingdaoDivisions) {
    for (const { stage, called, inEachDivision, fewest, most } of stages) {
      for (const word of draw.shuffled(schoolWords).slice(0, inEachDivision)) {
        number += 1;
        yield {
          schoolCode: `213702${String(number).padStart(4, '0')}`,
          name: `青岛市${division}${word}${called}`,
          stage,
          divisionCode,
          places: fewest + draw.below((most - fewest) / 10 + 1) * 10,
        };
      }
    }
  }
}

export const education: DemoDatabase = {
  source: 'schools' as SourceName,
  version: 1,
  tables: [
    {
      name: 'school',
      columns: [
        text('school_code', 10),
        text('name', 100),
        text('stage', 10),
        text('division_code', 6),
        integer('places'),
      ],
      primaryKey: ['school_code'],
      unique: [],
      indexes: [['division_code', 'school_code']],
      *rows() {
        for (const { schoolCode, name, stage, divisionCode, places } of schools()) {
          yield [schoolCode, name, stage, divisionCode, places];
        }
      },
    },
  ],
};
