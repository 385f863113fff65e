/** 电信网编号计划: a mobile number has 11 digits, the first a 1. */
const mobile = /^1[0-9]{10}$/;

/** Trunk prefix 0, area code of 2 or 3 digits, then 7 or 8 digits; 00 begins a foreign number. */
const landline = /^0[1-9][0-9]{8,10}$/;

/**
 * 13812341234 → 138****1234: the first three and the last four of a mobile number stay.
 * 09157518479 → 0915*****79: the first four and the last two of a landline.
 *
 * @returns null for a text of neither form, such as 0915-7518479 or +8613812341234
 */
export function maskPhone(phone: string): string | null {
  if (mobile.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  if (!landline.test(phone)) return null;
  return phone.slice(0, 4) + '*'.repeat(phone.length - 6) + phone.slice(-2);
}
