/** The divisions of Qingdao (GB/T 2260), in which the generated people, companies and schools are. */
export const qingdaoDivisions: ReadonlyMap<string, string> = new Map([
  ['370202', '市南区'],
  ['370203', '市北区'],
  ['370211', '黄岛区'],
  ['370212', '崂山区'],
  ['370213', '李沧区'],
  ['370214', '城阳区'],
  ['370215', '即墨区'],
  ['370281', '胶州市'],
  ['370283', '平度市'],
  ['370285', '莱西市'],
]);

export const qingdaoCodes: readonly string[] = [...qingdaoDivisions.keys()];
