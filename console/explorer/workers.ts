const scripts: Readonly<Record<string, string>> = {
  graphql: '/explorer/graphql.worker.js',
  json: '/explorer/json.worker.js',
};

// Without this, Monaco falls back to blob workers, which the page's CSP refuses.
window.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(scripts[label] ?? '/explorer/editor.worker.js', { name: label }),
};
