import type { Draw } from './draw.js';

/** Parts of the names of people who do not exist. */
const surnames = [
  ...Array.from(
    '王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程',
  ),
  '欧阳',
  '司马',
  '诸葛',
  '上官',
];

const givenCharacters = [
  ...Array.from(
    '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅鑫波宇浩凯欣怡子涵梓轩雨泽一诺思远嘉懿小三月',
  ),
];

/** Names with a dot, as many of China's peoples bear them. */
const dottedNames = ['买买提·吐尔逊', '阿依古丽·艾合买提', '扎西·多吉', '卓玛·央金'];

/** The name of a person. */
export function drawPersonName(draw: Draw): string {
  if (draw.below(50) === 0) return draw.one(dottedNames);
  const second = draw.below(4) === 0 ? '' : draw.one(givenCharacters);
  return draw.one(surnames) + draw.one(givenCharacters) + second;
}
