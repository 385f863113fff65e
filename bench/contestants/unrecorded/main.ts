import { serve } from '../serve.js';
import { startTongdao } from '../tongdao/startTongdao.js';

/** The gateway with a record that forgets: no deployment can have it. */
const forgetting = {
  append: () => Promise.resolve(),
  isHealthy: () => Promise.resolve(true),
  close: () => Promise.resolve(),
};

await serve((data) => startTongdao(data, forgetting));
