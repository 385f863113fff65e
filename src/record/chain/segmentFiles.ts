/** The file of a sealed segment: `record-000001.jsonl` beside `record.jsonl`, which is the open one. */
export function segmentFile(record: string, segment: number): string {
  return `${stemOf(record)}-${String(segment).padStart(6, '0')}.jsonl`;
}

/** The file of a record's seals: `record.seals` beside `record.jsonl`. */
export function sealsFile(record: string): string {
  return `${stemOf(record)}.seals`;
}

/** What the names of a record's files begin with. */
export function stemOf(record: string): string {
  return record.replace(/\.jsonl$/, '');
}
