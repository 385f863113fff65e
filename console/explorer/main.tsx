import { createRoot } from 'react-dom/client';

import { Explorer } from './explorer.js';
import { loadExplorerConfig } from './explorerConfig.js';
import './workers.js';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
const root = createRoot(container);

try {
  root.render(<Explorer config={await loadExplorerConfig()} />);
} catch (error) {
  root.render(
    <p role="alert" className="failure">
      The explorer could not start. {error instanceof Error ? error.message : String(error)}
    </p>,
  );
}
