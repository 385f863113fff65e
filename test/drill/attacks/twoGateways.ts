import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

import { environmentWith, freePort, withoutDemo } from '../../support/spawnGateway.js';
import { unless, type Attack } from '../frame/attack.js';
import { feelFor, startBystander } from '../frame/bystander.js';

/** Gives a process ids of its own, as a container does; nothing where the system does not let it. */
const ownIds = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--kill-child'];

function commandWithOwnIds(): readonly string[] {
  const [unshare = '', ...flags] = ownIds;
  return spawnSync(unshare, [...flags, 'true']).status === 0 ? ownIds : [];
}

/** A second gateway is started on the folder of one that answers. */
export const twoGateways: Attack = {
  name: 'C10 two gateways on one folder',
  async run({ open, seconds, other, world }) {
    const { gateway, dir } = await open();
    const quiet = await feelFor(seconds, gateway.port, other);
    const prefix = commandWithOwnIds();
    const [command, ...rest] = [...prefix, process.execPath, withoutDemo.main] as const;
    const bystander = startBystander(gateway.port, other);
    const second = spawn(command, rest, {
      env: environmentWith({
        ...world.settings,
        TONGDAO_DATA_DIR: dir,
        PORT: String(await freePort()),
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [second.stdout, second.stderr]) {
      stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    }
    const ended = await Promise.race([
      once(second, 'close').then(([code]) => Number(code)),
      setTimeout(30_000, null, { ref: false }),
    ]);
    if (ended === null) second.kill('SIGKILL');
    const under = await bystander.stop();
    return {
      quiet,
      under,
      received: [...quiet.whole, ...under.whole],
      seen: `the second ended with ${String(ended)}${prefix.length > 0 ? ', in a PID name space of its own' : ''}`,
      faults: [
        ...unless(ended === 1, 'the second gateway did not end with 1'),
        ...unless(said.includes('is held by another gateway'), 'it does not say why'),
        ...unless(
          under.whole.length > 0 &&
            under.whole.length === under.answers.length &&
            under.broken === 0,
          'the first gateway refused somebody',
        ),
      ],
    };
  },
};
