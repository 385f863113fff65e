import { curlLines } from '../../demo/demoQuestion.js';
import { demoDir } from '../../demo/prepareDemo.js';

import { deploy } from './deploy.js';
import { createGateway } from './gateway.js';
import { readSettings } from './settings.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Starts a gateway from the environment, and ends it on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  say('Tongdao is starting …');
  const gateway = await createGateway(await deploy(settings, say));
  const address = await gateway.app
    .listen({ host: settings.HOST, port: settings.PORT })
    .catch(async (error: unknown) => {
      await gateway.close();
      throw error;
    });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void gateway.close();
    });
  }

  say(`Ready at ${address}/graphql (open it in a browser for the explorer)`);
  if (settings.TONGDAO_MODE !== 'demo') return;
  say('\nThe same operation, asked by two requesters; and a third, of its own district only:\n');
  for (const line of await curlLines(demoDir(settings.TONGDAO_DATA_DIR), address)) say(`${line}\n`);
}

main().catch((error: unknown) => {
  // Faults of settings, catalogs and policy say what would be right; nothing else is for a reader.
  process.stderr.write(`${error instanceof Error ? error.message : 'it failed'}\n`);
  process.exitCode = 1;
});
