import { inspectRedis } from '../../../quota/inspectRedis.js';
import type { Deployment } from '../../deployment.js';
import { ok, warning, wrong, type Finding } from '../finding.js';

const of = 'Redis';
/** Milliseconds that two clocks may differ by. */
const tolerance = 60_000;

/** Whether gateways can count together, and whether no count is thrown away. */
export async function checkRedis({ redis }: Deployment): Promise<readonly Finding[]> {
  if (redis === undefined) {
    return [ok(of, 'none is stated: this gateway counts lookups by itself')];
  }
  const state = await inspectRedis(redis).catch(() => null);
  if (!state) {
    return [
      wrong(
        of,
        'it does not answer, so no lookup that must be counted is answered',
        'Check TONGDAO_REDIS, its rights and its network.',
      ),
    ];
  }
  const { policy, maxMemory, time } = state;
  const apart = Math.abs(time - Date.now());
  const clock =
    apart <= tolerance
      ? []
      : [
          wrong(
            'clock',
            `it and that of Redis are ${Math.round(apart / 1_000)} s apart`,
            'Keep both by NTP.',
          ),
        ];
  if (policy === 'noeviction') {
    return [ok(of, 'it answers, and evicts no count (maxmemory-policy noeviction)'), ...clock];
  }
  const says = `its maxmemory-policy is ${policy || 'not told'}`;
  const advice = 'Set maxmemory-policy noeviction: what is evicted is counted anew.';
  const finding =
    maxMemory > 0
      ? wrong(of, `${says}, so counts may be thrown away`, advice)
      : warning(of, `${says}, which counts as soon as its memory is bounded`, advice);
  return [finding, ...clock];
}
