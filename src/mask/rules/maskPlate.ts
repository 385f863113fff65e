/**
 * GA 36: the province, the issuing office's letter, then five characters, six for new energy. The last
 * may be one of those for trailers, learners, police, Hong Kong and Macao.
 */
const form =
  /^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳]$/;

/**
 * 鲁B12345 → 鲁B1***5, 鲁AD12345 → 鲁AD****5: the first three and the last character stay.
 *
 * @returns null for a text that is no civil plate by form; 鲁B·12345 is not
 */
export function maskPlate(plate: string): string | null {
  if (!form.test(plate)) return null;
  // Every character of the form is in the BMP, so that UTF-16 units are characters.
  return plate.slice(0, 3) + '*'.repeat(plate.length - 4) + plate.slice(-1);
}
