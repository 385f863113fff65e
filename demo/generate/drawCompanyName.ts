import type { Draw } from './draw.js';

/** Names of companies are of three parts: 海 + 蓝 + 贸易. */
const companyFirst = Array.from(
  '海华盛恒金瑞宏泰鼎锦星远东博信天嘉润凯安中新万福永正元利民乐云青龙凤春秋佳美德智',
);
const companySecond = Array.from(
  '蓝达通源洋兴业隆丰诚和创辉祥腾港力泽康联晟旺顺昌宁林川波峰岩航宇卓越佰捷朗滨沃',
);
const trades = [
  '贸易',
  '物流',
  '餐饮管理',
  '建筑工程',
  '信息科技',
  '海洋食品',
  '机械制造',
  '服装',
  '啤酒设备',
  '船舶服务',
  '装饰设计',
  '文化传媒',
  '生物医药',
  '橡胶制品',
  '新能源',
  '物业管理',
];

/** The name of a company of Qingdao. */
export function drawCompanyName(draw: Draw): string {
  return `青岛${draw.one(companyFirst)}${draw.one(companySecond)}${draw.one(trades)}有限公司`;
}
