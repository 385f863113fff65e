/** The error of a search that meets what is none of a record: a damaged record is verified, not searched. */
export function noneOfRecord(path: string, seq?: number): Error {
  const what =
    seq === undefined ? `${path} is missing` : `seq ${seq} in ${path} is none of a record`;
  return new Error(`${what}: see \`tongdao record verify\``);
}
