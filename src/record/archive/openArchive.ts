import { lstatSync, realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import type { Hmac } from '../../keys/hmac.js';
import { headFile } from '../chain/head.js';
import { markFile } from '../chain/mark.js';
import { namedSegments } from '../chain/namedSegments.js';
import { readArchive, type FoundArchive } from '../chain/readArchive.js';
import { readSeals } from '../chain/readSeals.js';
import { noSeal, sealHash, type Seal } from '../chain/seal.js';
import { sealsFile } from '../chain/segmentFiles.js';
import { lockFile, type Lock } from '../write/lockFile.js';
import { putMark } from '../write/putMark.js';
import { syncFolder } from '../write/syncFolder.js';

/** An archive that is written to. */
interface OpenedArchive {
  /** The file that its open segment would be, had it one. */
  readonly target: string;
  readonly lock: Lock;
  readonly archive: FoundArchive;
}

/** The record that an archive is of. */
interface Source {
  readonly record: string;
  readonly seals: readonly Seal[];
  readonly before: Seal;
}

/** Makes a folder, durably. Its name is durable once that of each new folder above it is. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let at = resolve(path); at !== dirname(resolve(first)); at = dirname(at)) {
    await syncFolder(dirname(at));
  }
}

/** @throws {Error} where the archive holds other segments than the record before those that it still has */
function checkArchive({ seals, before }: Source, archive: FoundArchive, target: string): void {
  const { fault, last } = archive;
  if (fault !== null) {
    throw new Error(`${target} is damaged: see \`tongdao record verify --archive\``);
  }
  const isOfThese = [last, archive.seals.seals.at(-1) ?? noSeal].every(
    (seal) => sealHash(seals[seal.segment - 1] ?? noSeal) === sealHash(seal),
  );
  if (!isOfThese) {
    throw new Error(`${target} is an archive of another record`);
  }
  if (before.segment > last.segment) {
    const [next, first] = [last.segment + 1, before.segment + 1];
    const what = `${target} goes on with segment ${next}, and the record begins with ${first}`;
    throw new Error(`${what}: name the archive that holds those between`);
  }
}

/** @throws {Error} where files lie there that are of no archive that was begun */
async function checkNothingThere(target: string, hmac: Hmac): Promise<void> {
  const { seals, brokenAt } = await readSeals(target, hmac);
  const named = await namedSegments(target);
  if (seals.length === 0 && brokenAt === null && named.length === 0) return;
  const missing = `${markFile(target)} is missing beside ${sealsFile(target)}`;
  throw new Error(`${missing}: restore it, or name another folder`);
}

/** Finds the archive in a folder, or begins one there, durably: it holds nothing then. */
async function findArchive(
  source: Source,
  target: string,
  hmac: Hmac,
  beginsAnew: boolean,
): Promise<FoundArchive> {
  const found = await readArchive(target, hmac);
  if (found) {
    checkArchive(source, found, target);
    return found;
  }
  await checkNothingThere(target, hmac);
  const { before } = source;
  if (before.segment > 0 && !beginsAnew) {
    const what = `there is no archive ${target}, and segments up to ${before.segment} are archived elsewhere`;
    throw new Error(`${what}: name that folder, or state \`--new\` to begin another archive`);
  }
  await putMark(target, { before, last: before }, hmac);
  return { seals: await readSeals(target, hmac), before, last: before, fault: null };
}

/**
 * Opens the archive of a record in a folder, which is made where there is none. It is locked until it is
 * closed.
 *
 * @throws {Error} where a record is written there, or an archive that does not go on to this record
 */
export async function openArchive(
  source: Source,
  folder: string,
  hmac: Hmac,
  beginsAnew: boolean,
): Promise<OpenedArchive> {
  await makeFolder(folder);
  const target = join(folder, basename(source.record));
  const isSame = realpathSync(folder) === realpathSync(dirname(source.record));
  const isWritten = [target, headFile(target)].some((path) =>
    lstatSync(path, { throwIfNoEntry: false }),
  );
  if (isSame || isWritten) {
    throw new Error(`a record is written in ${folder}: an archive has a folder of its own`);
  }
  const lock = lockFile(`${target}.held`, 'command that archives or discards');
  try {
    return { target, lock, archive: await findArchive(source, target, hmac, beginsAnew) };
  } catch (error) {
    lock.release();
    throw error;
  }
}
