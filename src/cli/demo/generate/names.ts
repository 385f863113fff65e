/** Parts of the names of people who do not exist. */
export const surnames = [
  ...Array.from(
    '王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程',
  ),
  '欧阳',
  '司马',
  '诸葛',
  '上官',
];

export const givenCharacters = [
  ...Array.from(
    '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅鑫波宇浩凯欣怡子涵梓轩雨泽一诺思远嘉懿小三月',
  ),
];

/** Names with a dot, as many of China's peoples bear them. */
export const dottedNames = ['买买提·吐尔逊', '阿依古丽·艾合买提', '扎西·多吉', '卓玛·央金'];

export const roads = [
  '香港中路',
  '山东路',
  '南京路',
  '延安三路',
  '辽阳西路',
  '江西路',
  '福州路',
  '长江路',
];

export const faiths = ['佛教', '道教', '伊斯兰教', '天主教', '基督教'];
