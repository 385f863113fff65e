/**
 * The dots that are written for the middle dot between the parts of a name. The standard is U+00B7
 * (民委发〔2016〕33号); traditional fonts, input methods and code pages give the others: the bullets
 * U+2022 and U+2219, U+2027, the katakana dots U+30FB and U+FF65, U+22C5, U+0387, U+2E31 and U+2E33.
 */
const middleDots = /[\u0387\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff65]/gu;

/** A full stop between two ideographs, where no decimal has one, stands for a middle dot too. */
const stopBetweenIdeographs = /(?<=\p{Script=Han})[.\uff0e](?=\p{Script=Han})/gu;

/**
 * The characters that older editions of GB 18030 left in Unicode's private area, and where the edition
 * of 2022, or of 2005 for those beyond U+FFFF, has them. Agencies hold the same name in either form.
 */
const standardized: ReadonlyMap<string, string> = new Map(
  (
    [
      [0xe78d, 0xfe10],
      [0xe78e, 0xfe12],
      [0xe78f, 0xfe11],
      [0xe790, 0xfe13],
      [0xe791, 0xfe14],
      [0xe792, 0xfe15],
      [0xe793, 0xfe16],
      [0xe794, 0xfe17],
      [0xe795, 0xfe18],
      [0xe796, 0xfe19],
      [0xe816, 0x20087],
      [0xe817, 0x20089],
      [0xe818, 0x200cc],
      [0xe81e, 0x9fb4],
      [0xe826, 0x9fb5],
      [0xe82b, 0x9fb6],
      [0xe82c, 0x9fb7],
      [0xe831, 0x215d7],
      [0xe832, 0x9fb8],
      [0xe83b, 0x2298f],
      [0xe843, 0x9fb9],
      [0xe854, 0x9fba],
      [0xe855, 0x241fe],
      [0xe864, 0x9fbb],
    ] as const
  ).map((pair) => {
    const [from, to] = pair.map((point) => String.fromCodePoint(point));
    return [from ?? '', to ?? ''] as const;
  }),
);
const privateArea = /[\ue000-\uf8ff]/gu;

/**
 * Folds a text for comparison. Ways of writing one name become equal first (private characters, middle
 * dots). NFKC makes compatibility forms equal, mostly full-width letters and digits. Upper and lower
 * case are equal too; the way through upper case makes `ß` equal `ss`.
 */
export function foldText(text: string): string {
  return text
    .replace(privateArea, (character) => standardized.get(character) ?? character)
    .replace(middleDots, '·')
    .replace(stopBetweenIdeographs, '·')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC');
}
