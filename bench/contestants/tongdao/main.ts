import { serve } from '../serve.js';

import { startTongdao } from './startTongdao.js';

await serve((data) => startTongdao(data));
