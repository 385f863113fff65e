import { redacted } from './maskRedact.js';

/** A character of a division's name, but no marker (省市区县旗): a division ends at its first marker. */
const han = '(?:(?![省市区县旗])\\p{Script=Han})';

/** 山东省, 内蒙古自治区. */
const province = new RegExp(
  `^(?:${han}{2,3}省|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区)`,
  'u',
);

/** 青岛市, 大兴安岭地区, 延边朝鲜族自治州, 兴安盟; also a municipality, and 胶州市 after 山东省. */
const city = new RegExp(`^${han}{2,12}?(?:市(?!场)|自治州|地区|盟)`, 'u');

/** Excludes a 区 that is no district: 阳光小区, 家属区, 开发区, 三区, 花园东区; 市南区 and 东区 pass. */
const noDistrict =
  '(?<![小社校厂库院片宅属舍活务业景假地发分税一二三四五六八九十])(?<!..[东南西北中园街])';

/**
 * 市南区, 胶州市, 忠县, 敖汉旗; not 利群超市, 新城市(花园), 农贸市(场), 大红旗(村). A 区 may stand before 镇,
 * since some roads begin with it (镇江路).
 */
const district = new RegExp(
  `^(?:市?${han}{1,4}${noDistrict}区(?![路街巷域])` +
    `|(?:${han}{2,5}(?<!超|新城|..城)市|${han}{1,5}县|${han}{2,15}自治县|${han}{2,10}旗)(?![场路街巷村镇乡堡]))`,
  'u',
);

/**
 * 青岛市市南区香港中路11号 → 青岛市市南区****: the address down to its district, then always four stars.
 *
 * The address is read from its beginning, with each level of GB/T 2260 at most once, so that the 市 or 区
 * of a road (市场三路) or an estate is not taken for a division. If the district is not recognized, less is
 * shown: 湖北省荆州市****. That happens to the few names with a marker inside (沙市区).
 *
 * @returns null for a text that does not begin with two levels; one alone may be the beginning of an
 *   estate's name, as 阳光城市 is of 阳光城市花园
 */
export function maskAddress(address: string): string | null {
  let end = 0;
  let levels = 0;
  for (const level of [province, city, district]) {
    const division = level.exec(address.slice(end))?.[0];
    if (division === undefined) continue;
    end += division.length;
    levels += 1;
  }
  return levels < 2 ? null : address.slice(0, end) + redacted;
}
