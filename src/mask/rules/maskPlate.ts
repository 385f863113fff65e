/**
 * GA 36: the province, the letter of the issuing office, then five characters, or six for new energy. The
 * last one may be the mark for trailers, learners, police, Hong Kong or Macao.
 */
const form =
  /^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳]$/;

/**
 * 鲁B12345 → 鲁B1***5, 鲁AD12345 → 鲁AD****5: the first three and the last character stay.
 *
 * @returns null for a text without the form of a civil plate, such as 鲁B·12345
 */
export function maskPlate(plate: string): string | null {
  if (!form.test(plate)) return null;
  // Slicing UTF-16 units is safe, since every character of the form is in the BMP.
  return plate.slice(0, 3) + '*'.repeat(plate.length - 4) + plate.slice(-1);
}
