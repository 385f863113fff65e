/**
 * A script that is loaded before a process’s own: it counts the file operations of the main thread that
 * change something, and at the one stated by FAULT_AT ends the process (FAULT=kill), ends it and takes back
 * what was not made durable (FAULT=power), or throws once as a full disk does (FAULT=full). Without one it
 * says how many there were.
 */
export const faultyDisk = `
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const at = Number(process.env.FAULT_AT ?? 0);
  const fault = process.env.FAULT;
  const { readFileSync, writeFileSync, renameSync, rmdirSync, unlinkSync, existsSync, fstatSync } = fs;
  const folderOf = (path) => 'folder ' + dirname(resolve(path));
  const contentOf = (path) => (existsSync(path) ? readFileSync(path) : null);
  let count = 0;
  /** Undoes what was done since a file, or a folder, was last made durable; newest first. */
  let undo = [];
  const meet = () => {
    count += 1;
    globalThis.operations = count;
    if (count !== at) return;
    if (fault === 'full') throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    if (fault === 'power') {
      for (const { back } of undo.reverse()) back();
      head.undo?.();
    }
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  };
  /** The head is written by the thread that writes lines, and made durable here. */
  const head = {};
  const wrap = (handle, path) => {
    const isFolder = fstatSync(handle.fd).isDirectory();
    const after = (name, then) => {
      const real = handle[name].bind(handle);
      handle[name] = async (...args) => {
        meet();
        const result = await real(...args);
        then?.(...args);
        return result;
      };
    };
    const settle = () => {
      undo = undo.filter((one) => one.of !== (isFolder ? 'folder ' + resolve(path) : handle.ino));
    };
    handle.ino = fstatSync(handle.fd).ino;
    const lengthen = () => {
      if (isFolder || undo.some((one) => one.of === handle.ino)) return;
      const size = handle.durable;
      undo.push({ of: handle.ino, back: () => fs.ftruncateSync(handle.fd, size) });
    };
    handle.durable = fstatSync(handle.fd).size;
    after('appendFile', lengthen);
    after('truncate');
    const keepHead = () => {
      if (!path.endsWith('.head')) return;
      const content = fs.readFileSync(path);
      head.undo = () => fs.writeFileSync(path, content);
    };
    keepHead();
    after('datasync', () => {
      keepHead(); handle.durable = fstatSync(handle.fd).size; settle(); });
    after('sync', () => { settle(); });
    return handle;
  };
  const { open, rename, unlink, mkdir } = promises;
  promises.open = async (path, flags, ...more) => {
    const writes = typeof flags === 'number' && (flags & fs.constants.O_CREAT) !== 0;
    const isNew = writes && !existsSync(path);
    if (writes) meet();
    const handle = await open(path, flags, ...more);
    if (isNew) undo.push({ of: folderOf(path), back: () => { if (existsSync(path)) unlinkSync(path); } });
    return writes || flags === undefined ? wrap(handle, path) : handle;
  };
  promises.rename = async (from, to) => {
    meet();
    const replaced = contentOf(to);
    await rename(from, to);
    undo.push({
      of: folderOf(to),
      back: () => {
        renameSync(to, from);
        if (replaced) writeFileSync(to, replaced, { mode: 0o600 });
      },
    });
  };
  promises.unlink = async (path) => {
    meet();
    const removed = contentOf(path);
    await unlink(path);
    undo.push({ of: folderOf(path), back: () => writeFileSync(path, removed, { mode: 0o600 }) });
  };
  promises.mkdir = async (path, ...more) => {
    meet();
    const made = await mkdir(path, ...more);
    if (made !== undefined) undo.push({ of: folderOf(path), back: () => rmdirSync(path) });
    return made;
  };
  syncBuiltinESMExports();
}
`;
