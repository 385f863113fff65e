import type { Source, SourceLocation } from 'graphql';

/** A line is shown up to so many characters; of a longer one, what stands around the place. */
const widest = 120;

/** Characters that take two places of a screen: of Chinese, Japanese and Korean, and full-width forms. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** As wide on a screen as a character is. */
function blankFor(char: string): string {
  if (char === '\t') return '\t';
  return wide.test(char) || char.length > 1 ? '\u3000' : ' ';
}

/** The part of a line around a place, and the place in it. */
function cut(line: string, at: number): { readonly text: string; readonly at: number } {
  if (line.length <= widest) return { text: line, at };
  const from = Math.max(0, Math.min(at - widest / 2, line.length - widest));
  const [before, after] = [from > 0 ? '…' : '', from + widest < line.length ? '…' : ''];
  const text = `${before}${line.slice(from, from + widest)}${after}`;
  return { text, at: at - from + before.length };
}

/** Shows a place between the lines around it, below its name, line and column. */
export function frameOf({ name, body }: Source, { line, column }: SourceLocation): string {
  const lines = body.split(/\r\n|[\n\r]/);
  const shown = cut(lines[line - 1] ?? '', column - 1);
  const pad = Array.from(shown.text.slice(0, shown.at), blankFor).join('');
  const numbered = [line - 1, line, line + 1].flatMap((number): [string, string][] => {
    const text = lines[number - 1];
    if (text === undefined) return [];
    if (number === line)
      return [
        [String(number), shown.text],
        ['', `${pad}^`],
      ];
    return [[String(number), cut(text, 0).text]];
  });
  const width = Math.max(...numbered.map(([number]) => number.length));
  const rows = numbered.map(([number, text]) => `${number.padStart(width)} | ${text}`.trimEnd());
  return [`${name}:${line}:${column}`, ...rows].join('\n');
}
