import type { Hint } from '../explain/admit.js';
import type { Settings } from '../start/settings.js';

/** Who is in the demo is no secret; who is in a policy of production is not told by a slip. */
export function hintOf({ TONGDAO_MODE: mode }: Pick<Settings, 'TONGDAO_MODE'>): Hint {
  return (what) => (mode === 'demo' ? ` The demo has ${what.join(', ')}.` : '');
}
