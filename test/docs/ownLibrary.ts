import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { projectDir } from '../../src/start/projectDir.js';
import {
  dataDir,
  spawnGateway,
  type Environment,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

/** What a README shows of one's own database, block by block. */
export interface ShownLibrary {
  readonly catalog: string;
  readonly client: string;
  readonly policy: string;
  readonly checkLines: string;
  readonly startLines: string;
  readonly askLines: string;
}

/** A folder in which a reader of the README follows it. */
export class OwnLibrary {
  readonly #folder = dataDir();
  readonly #shown: ShownLibrary;
  /** Puts names of this run in the place of those that the README shows. */
  readonly #here: (text: string) => string;
  #gateway: SpawnedGateway | undefined;

  constructor(shown: ShownLibrary, here: (text: string) => string) {
    this.#shown = shown;
    this.#here = here;
    symlinkSync(join(projectDir, 'node_modules'), join(this.#folder.dir, 'node_modules'));
    this.write('own/catalogs/library.graphql', shown.catalog);
    this.write('own/client.mjs', shown.client);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.#folder.dir, file)), { recursive: true });
    writeFileSync(join(this.#folder.dir, file), text);
  }

  /** Runs lines of a shell in the folder, `npx tongdao` being this project's and `npm` nothing. */
  shell(lines: string) {
    const ours = `
      npx() { shift; "${process.execPath}" "${projectDir}dist/demo/tongdao.js" "$@"; }
      npm() { :; }\n`;
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--norc', '-c', ours + this.#here(lines)],
      {
        cwd: this.#folder.dir,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      },
    );
    return { status, stdout, stderr };
  }

  /** Registers the client, starts the gateway and asks. */
  async startAndAsk() {
    const { policy, checkLines, startLines, askLines } = this.#shown;
    const { stdout: publicHalf } = this.shell('node own/client.mjs');
    this.write('own/policy.json', policy.replace('<the public half>', publicHalf.trim()));
    const { stdout: told } = this.shell(
      `${checkLines}${startLines}node -p 'JSON.stringify(process.env)'`,
    );
    const environment = JSON.parse(told.trim().split('\n').at(-1) ?? '') as Environment;
    const settings = Object.entries(environment)
      .filter(([name]) => name.startsWith('TONGDAO_'))
      .map(([name, value]) => [name, value.replace(/^own\//, `${this.#folder.dir}/own/`)] as const);
    this.#gateway = await spawnGateway(
      join(this.#folder.dir, 'data'),
      Object.fromEntries(settings),
    );
    await this.#gateway.ready();
    const asked = this.shell(askLines.replace('http://127.0.0.1:4000', this.#gateway.address));
    const record = readFileSync(join(this.#folder.dir, 'data', 'record.jsonl'), 'utf8');
    return { settings: settings.map(([name]) => name).sort(), asked, record };
  }

  async remove(): Promise<void> {
    await this.#gateway?.kill();
    this.#folder.remove();
  }
}
