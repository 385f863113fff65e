import type { Fault } from '../catalog/fault/fault.js';

interface WarningLog {
  warn(details: object, message: string): void;
}

/** A start tells so many of each kind; the rest is counted, and told by `tongdao check` and `doctor`. */
const most = 50;

function tell<T>(all: readonly T[], one: (warning: T) => void, more: (left: number) => void) {
  for (const warning of all.slice(0, most)) one(warning);
  if (all.length > most) more(all.length - most);
}

/** Tells what is to be said of catalogs and policy, though both can be used. */
export function tellWarnings(
  log: WarningLog,
  ofCatalogs: readonly Fault[],
  ofPolicy: readonly string[],
): void {
  tell(
    ofCatalogs,
    ({ file, line, column, message }) => {
      log.warn({ catalog: `${file}:${line}:${column}` }, message);
    },
    (left) => {
      log.warn({}, `${left} more warnings of catalogs; \`tongdao check\` tells all`);
    },
  );
  tell(
    ofPolicy,
    (sentence) => {
      log.warn({}, sentence);
    },
    (left) => {
      log.warn({}, `${left} more warnings of grants; \`tongdao doctor\` tells all`);
    },
  );
}
