/** Masks as anyone would write them by hand, for what the demo's tables hold and nothing else. */

export function maskIdNumber(text: string): string {
  return `${text.slice(0, 3)}***********${text.slice(14)}`;
}

export function maskName(text: string): string {
  if (text.length === 1) return '*';
  if (text.length === 2) return `${text.charAt(0)}*`;
  return text.charAt(0) + '*'.repeat(text.length - 2) + text.charAt(text.length - 1);
}

export function maskYear(day: string | null): string | null {
  return day === null ? null : day.slice(0, 4);
}

/** Up to the first 区 or 市 behind the city, but for the 市 that 市南区 begins with. */
export function maskAddress(text: string | null): string | null {
  if (text === null) return null;
  for (let at = text.indexOf('市') + 2; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '区' || character === '市') return `${text.slice(0, at + 1)}****`;
  }
  return '****';
}
