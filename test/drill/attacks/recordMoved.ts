import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { unless, type Attack } from '../frame/attack.js';
import { feelFor } from '../frame/bystander.js';
import { startPress, wholeOf } from '../frame/press.js';

/** The record is moved away under load, put back, and then replaced by its copy. */
export const recordMoved: Attack = {
  name: 'C9 record moved away',
  async run({ open, seconds, attacker, other }) {
    const { gateway, dir } = await open();
    const { port } = gateway;
    const record = join(dir, 'record.jsonl');
    const away = join(dir, 'moved.away');
    const press = startPress({
      port,
      headers: attacker,
      query: () => '{ persons(first: 5) { nodes { name } } }',
      connections: 4,
      pause: 5,
    });
    const quiet = await feelFor(seconds, port, other);
    renameSync(record, away);
    const absent = await feelFor(seconds / 2, port, other);
    renameSync(away, record);
    const back = await feelFor(seconds / 2, port, other);
    renameSync(record, away);
    copyFileSync(away, record);
    const replaced = await feelFor(seconds / 2, port, other);
    const pressed = wholeOf(await press.stop());
    await gateway.kill('SIGKILL');
    renameSync(away, record);
    return {
      quiet,
      under: back,
      received: [quiet, absent, back, replaced].flatMap(({ whole }) => whole).concat(pressed),
      seen: `refused ${absent.answers.length} while it was away, ${replaced.answers.length} while a copy stood there`,
      faults: [
        ...unless(quiet.whole.length > 0 && back.whole.length > 0, 'nothing is answered with it'),
        ...unless(absent.whole.length === 0, `${absent.whole.length} answers without it`),
        ...unless(replaced.whole.length === 0, `${replaced.whole.length} answers on its copy`),
        ...unless(absent.answers.length > 0 && replaced.answers.length > 0, 'nobody asked'),
      ],
    };
  },
};
