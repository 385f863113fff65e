import type { Demo } from './demo.js';
import { deploy } from './deploy.js';
import { createGateway, type Gateway } from './gateway.js';
import { readSettings } from './settings.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * SIGTERM lets balancers see on `/readyz` that others are to be asked from now on, for some time, before
 * the port closes. SIGINT, and a second signal, close at once.
 *
 * @param drainTime milliseconds
 */
function endOnSignal(gateway: Pick<Gateway, 'drain' | 'close'>, drainTime: number): void {
  let timer: NodeJS.Timeout | undefined;
  const close = () => {
    clearTimeout(timer);
    void gateway.close();
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', () => {
    gateway.drain();
    process.once('SIGTERM', close);
    timer = setTimeout(close, drainTime);
  });
}

async function start(demo: Demo | null): Promise<void> {
  const settings = readSettings(process.env);
  say('Tongdao is starting …');
  const gateway = await createGateway(await deploy(settings, demo, say));
  const address = await gateway.app
    .listen({ host: settings.HOST, port: settings.PORT })
    .catch(async (error: unknown) => {
      await gateway.close();
      throw error;
    });

  endOnSignal(gateway, settings.TONGDAO_DRAIN_TIME);

  say(`Ready at ${address}/graphql (open it in a browser for the explorer)`);
  if (settings.TONGDAO_MODE !== 'demo' || !demo) return;
  for (const line of await demo.welcome(settings.TONGDAO_DATA_DIR, address)) say(line);
}

/**
 * Runs a gateway as the environment says, until SIGTERM or SIGINT. A start that fails says why, and
 * the process ends with 1.
 *
 * @param demo what mode `demo` runs; null for an entry that brings none
 */
export async function runGateway(demo: Demo | null): Promise<void> {
  try {
    await start(demo);
  } catch (error) {
    // Faults of settings, catalogs and policy say what would be right. Other messages are not meant
    // for a reader.
    process.stderr.write(`${error instanceof Error ? error.message : 'it failed'}\n`);
    process.exitCode = 1;
  }
}
