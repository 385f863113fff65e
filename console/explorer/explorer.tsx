import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';

import type { ExplorerConfig } from './explorerConfig.js';
import { fetcherFor } from './fetcherFor.js';
import { MemoryStorage } from './memoryStorage.js';
import { RequesterSwitch } from './requesterSwitch.js';

const storage = new MemoryStorage();

export function Explorer({ config }: { readonly config: ExplorerConfig }) {
  const [chosen, setChosen] = useState(0);
  const [operation, setOperation] = useState(config.operation);
  const requester = config.requesters[chosen];
  const fetcher = useMemo(
    () => fetcherFor(requester, config.occasion),
    [requester, config.occasion],
  );

  // The key remounts GraphiQL, so that no answer given to one requester stays on
  // screen under the name of another; `operation` and `storage` outlive the remount.
  return (
    <>
      {requester && (
        <RequesterSwitch requesters={config.requesters} chosen={chosen} onChoose={setChosen} />
      )}
      <main>
        <GraphiQL
          key={chosen}
          fetcher={fetcher}
          storage={storage}
          initialQuery={operation}
          onEditQuery={setOperation}
          isHeadersEditorEnabled={!requester}
          defaultEditorToolsVisibility={requester ? 'variables' : 'headers'}
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>Tongdao</GraphiQL.Logo>
        </GraphiQL>
      </main>
    </>
  );
}
