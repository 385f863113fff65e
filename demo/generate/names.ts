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

/** Names of companies are of three parts: 海 + 蓝 + 贸易. */
export const companyFirst = Array.from(
  '海华盛恒金瑞宏泰鼎锦星远东博信天嘉润凯安中新万福永正元利民乐云青龙凤春秋佳美德智',
);
export const companySecond = Array.from(
  '蓝达通源洋兴业隆丰诚和创辉祥腾港力泽康联晟旺顺昌宁林川波峰岩航宇卓越佰捷朗滨沃',
);
export const trades = [
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

/** What tells the schools of one division and stage apart. */
export const schoolWords = [
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
