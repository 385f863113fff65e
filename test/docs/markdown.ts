import { readFileSync } from 'node:fs';

/** Both languages' READMEs. */
export const readmes = ['README.md', 'README.zh-CN.md'] as const;

export interface Block {
  /** The paragraph that stands before it. */
  readonly lead: string;
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a document that state a language, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  const fenced = /((?:.+\n)*)\n```(\w+)\n([\s\S]*?)^```$/gm;
  return [...markdown.matchAll(fenced)].map(([, lead = '', language = '', text = '']) => ({
    lead,
    language,
    text,
  }));
}

/** A section of a document, by its heading. */
export function section(file: string, heading: string): string {
  const sections = readFileSync(file, 'utf8').split(/^## /m);
  const found = sections.find((text) => text.startsWith(`${heading}\n`));
  if (found === undefined) throw new Error(`${file} has no section "${heading}"`);
  return found;
}

/** The heading under which each README shows one's own MySQL. */
export const ownMysql = {
  'README.md': 'Your own MySQL',
  'README.zh-CN.md': '自己的 MySQL',
} as const;

/** The heading under which each README shows one's own PostgreSQL. */
export const ownPostgres = {
  'README.md': 'Your own PostgreSQL',
  'README.zh-CN.md': '自己的 PostgreSQL',
} as const;
