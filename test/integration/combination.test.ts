import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { demo } from '../../demo/demo.js';
import { readPolicy } from '../../src/control/policy/readPolicy.js';
import { combinationsOf, guessableKeys } from '../../src/policy/combine/combination.js';
import { decide } from '../../src/policy/decide/decide.js';
import { deploy } from '../../src/start/deploy.js';
import { openCatalog } from '../../src/start/openCatalog.js';
import { readSettings } from '../../src/start/settings.js';
import {
  dataDir,
  demoRequesters,
  spawnGateway,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

const data = dataDir();
let gateway: SpawnedGateway;
beforeAll(async () => {
  gateway = await spawnGateway(data.dir);
  await gateway.ready();
}, 60_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

interface Shown {
  readonly idNo: string;
  readonly birthDate: string;
  readonly divisionCode: string;
}

describe('what the grants of the demo show', () => {
  it('lets nobody’s ID number be put together, by an app or found out by trying', async () => {
    const settings = readSettings({ TONGDAO_DATA_DIR: data.dir, TONGDAO_LOG_LEVEL: 'silent' });
    const deployment = await deploy(settings, demo, () => undefined);
    const { catalog, connectors } = await openCatalog(deployment);
    await Promise.all([...connectors.values()].map((connector) => connector.close()));
    const { clients, grants } = readPolicy(deployment.policy, catalog);
    const decided = [...clients.values()].flatMap(({ id, agency, attributes }) =>
      [...grants.get(id)!.values()].map((grant) =>
        decide({
          catalog,
          rules: [],
          requester: { kind: 'client', client: id, agency, attributes },
          purpose: grant.purpose,
          grant,
        }),
      ),
    );
    expect(decided).toHaveLength(5);
    // Together, though no two of its apps are of one agency.
    expect(combinationsOf(decided)).toEqual([]);
    expect(decided.flatMap(guessableKeys)).toEqual([]);
  });

  it('cannot be put together to the ID numbers of a district whose people are listed', async () => {
    // Six digits of a division, eight of a birth date, three of a sequence, one to check (GB 11643).
    const [school, , office] = await demoRequesters(gateway.address);
    const query = '{ residents(first: 500) { nodes { idNo birthDate divisionCode } } }';
    const ask = async (headers: Record<string, string>) => {
      const answer = await gateway.post(headers, { query });
      const { data: shown } = (await answer.json()) as {
        data?: { residents: { nodes: readonly Shown[] } };
      };
      return shown?.residents.nodes;
    };
    // Who looks up by a number brings it, and lists nobody.
    expect(await ask(school!)).toBeUndefined();
    const nodes = await ask(office!);
    expect(nodes?.length).toBe(500);
    for (const { idNo, birthDate } of nodes!) {
      expect(idNo).toBe('****');
      expect(birthDate).toMatch(/^\d{4}$/);
    }
  });
});
