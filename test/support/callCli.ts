import { jest } from '@jest/globals';

import { demo } from '../../demo/demo.js';
import { commandLine, runCommandLine } from '../../src/cli/commandLine.js';

import { environmentWith, type Environment } from './spawnGateway.js';

/** Thrown where a command ends its process. */
class Ended extends Error {}

type Write = typeof process.stdout.write;

/**
 * Runs `tongdao <args>` to its end in this process, where all that it needs is loaded but once. What
 * a process of its own comes by, `runCli` tries: its arguments, its environment, its exit code.
 */
export async function callCli(args: readonly string[], settings: Environment = {}) {
  const { argv, env } = process;
  const told = { stdout: '', stderr: '' };
  let hasEnded = false;
  const take = (stream: keyof typeof told) =>
    jest.spyOn(process[stream], 'write').mockImplementation(((text: string) => {
      if (!hasEnded) told[stream] += text;
      return true;
    }) as Write);
  const spies = [
    take('stdout'),
    take('stderr'),
    jest.spyOn(process, 'exit').mockImplementation((code) => {
      process.exitCode = code ?? process.exitCode;
      hasEnded = true;
      throw new Ended();
    }),
  ];
  Object.assign(process, {
    argv: [process.execPath, 'tongdao', ...args],
    env: environmentWith(settings),
    exitCode: undefined,
  });
  try {
    await runCommandLine(commandLine(demo));
    return { status: process.exitCode ?? 0, ...told };
  } finally {
    for (const spy of spies) spy.mockRestore();
    Object.assign(process, { argv, env, exitCode: undefined });
  }
}
