import type { MaskBytes } from './maskBytes.js';

const codesOf = (characters: string): readonly number[] =>
  Array.from(characters, (character) => character.charCodeAt(0));
/** Tells of each code whether it is one of the characters. */
function setOf(characters: string): (code: number) => boolean {
  const isIn = new Uint8Array(0x10000);
  for (const code of codesOf(characters)) isIn[code] = 1;
  return (code) => isIn[code] === 1;
}

const [markProvince = 0, markCity = 0, markDistrict = 0, markCounty = 0, markBanner = 0] =
  codesOf('省市区县旗');
const regions = [
  '内蒙古自治区',
  '广西壮族自治区',
  '西藏自治区',
  '宁夏回族自治区',
  '新疆维吾尔自治区',
].map(codesOf);
const citySuffixes = ['自治州', '地区', '盟'].map(codesOf);
const autonomous = codesOf('自治');
const newTown = codesOf('新城');
const [market = 0, supermarket = 0, town = 0] = codesOf('场超城');
const beforeNoDistrict = setOf('小社校厂库院片宅属舍活务业景假地发分税一二三四五六八九十');
const beforePartOfEstate = setOf('东南西北中园街');
const afterNoDistrict = setOf('路街巷域');
const afterNoCounty = setOf('场路街巷村镇乡堡');

const isMarker = (code: number) =>
  code === markCity ||
  code === markDistrict ||
  code === markProvince ||
  code === markCounty ||
  code === markBanner;

/** What is read of an address at most: more than three levels of the longest names, and what follows. */
const longest = 48;
/** The ideographs (U+4E00 to U+9FFF) with which the address begins, and a 0 behind them. */
const codes = new Uint16Array(longest + 1);

const goesOn = (byte: number) => byte >= 0x80 && byte <= 0xbf;
/** Whether a byte begins a character that is no ideograph by its first bytes: ASCII, or of full width as （ is. */
const beginsOther = (first: number, second: number) =>
  first < 0x80 || (first === 0xef && (second === 0xbc || second === 0xbd));

/** Reads the ideographs; false where something follows them that may be one, in another block of Unicode. */
function readCodes(bytes: Uint8Array, start: number, end: number): boolean {
  let count = 0;
  let at = start;
  for (; count < longest && at < end; at += 3) {
    const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    if (beginsOther(first, second)) break;
    if (at + 3 > end || first < 0xe4 || first > 0xe9) return false;
    if (!goesOn(second) || !goesOn(third)) return false;
    const code = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
    if (code < 0x4e00) return false;
    codes[count] = code;
    count += 1;
  }
  codes[count] = 0;
  return true;
}

const codeAt = (at: number): number => codes[at] ?? 0;

function begins(at: number, characters: readonly number[]): boolean {
  for (let index = 0; index < characters.length; index += 1) {
    if (codeAt(at + index) !== characters[index]) return false;
  }
  return true;
}

/** How many ideographs stand here before the next marker of a division. */
function nameLength(from: number): number {
  let at = from;
  while (codeAt(at) !== 0 && !isMarker(codeAt(at))) at += 1;
  return at - from;
}

const isWithin = (length: number, least: number, most: number) => length >= least && length <= most;

// Each gives where a division ends that begins here, or where it begins: then there is none.

function afterProvince(from: number): number {
  const length = nameLength(from);
  if (isWithin(length, 2, 3) && codeAt(from + length) === markProvince) return from + length + 1;
  return from + (regions.find((region) => begins(from, region))?.length ?? 0);
}

function afterCity(from: number): number {
  const most = Math.min(12, nameLength(from));
  for (let length = 2; length <= most; length += 1) {
    const at = from + length;
    if (codeAt(at) === markCity && codeAt(at + 1) !== market) return at + 1;
    for (const suffix of citySuffixes) if (begins(at, suffix)) return at + suffix.length;
  }
  return from;
}

function isCountyName(from: number, length: number): boolean {
  if (isWithin(length, 1, 5)) return true;
  return isWithin(length - 2, 2, 15) && begins(from + length - 2, autonomous);
}

function isCityName(from: number, length: number): boolean {
  const end = from + length;
  if (!isWithin(length, 2, 5) || codeAt(end - 1) === supermarket) return false;
  return !begins(end - 2, newTown) && !(length > 2 && codeAt(end - 1) === town);
}

function afterUrbanDistrict(from: number): number {
  const name = codeAt(from) === markCity ? from + 1 : from;
  const length = nameLength(name);
  const end = name + length;
  if (!isWithin(length, 1, 4) || codeAt(end) !== markDistrict) return from;
  const last = codeAt(end - 1);
  if (beforeNoDistrict(last) || afterNoDistrict(codeAt(end + 1))) return from;
  return end - from > 2 && beforePartOfEstate(last) ? from : end + 1;
}

function afterDistrict(from: number): number {
  const urban = afterUrbanDistrict(from);
  if (urban > from) return urban;
  const length = nameLength(from);
  const marker = codeAt(from + length);
  const isDivision =
    (marker === markCity && isCityName(from, length)) ||
    (marker === markCounty && isCountyName(from, length)) ||
    (marker === markBanner && isWithin(length, 2, 10));
  return isDivision && !afterNoCounty(codeAt(from + length + 1)) ? from + length + 1 : from;
}

const star = 0x2a;

/** Whether nothing but four stars stands here, so that a mask would change nothing. */
function isMasked(bytes: Uint8Array, from: number, end: number): boolean {
  return end - from === 4 && bytes.subarray(from, end).every((byte) => byte === star);
}

/** As `maskAddress`, of addresses that begin with ideographs of the usual block. */
export const maskAddressBytes: MaskBytes = (bytes, start, end, to) => {
  if (!readCodes(bytes, start, end)) return false;
  let shown = 0;
  let levels = 0;
  for (const after of [afterProvince, afterCity, afterDistrict]) {
    const next = after(shown);
    if (next > shown) levels += 1;
    shown = next;
  }
  const shownEnd = start + 3 * shown;
  if (levels > 1 && !isMasked(bytes, shownEnd, end)) to.show(bytes, start, shownEnd);
  to.star(4);
  return true;
};
