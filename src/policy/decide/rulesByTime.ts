import { momentAt } from '../../shared/chinaCalendar.js';
import type { Rule } from '../model/rule.js';
import { isOpen } from '../model/window.js';

/** Rules as they are at a moment. */
export interface RulesNow {
  /** The windows that are open say so. */
  readonly rules: readonly Rule[];
  /** Which windows are open; with the rules, it tells what is decided. */
  readonly open: string;
}

const minute = 60_000;

/**
 * The rules of one snapshot as time goes by. Windows open and close on the minute, so that all else is
 * worked out once a minute at the most.
 */
export class RulesByTime {
  readonly #rules: readonly Rule[];
  readonly #hasWindows: boolean;
  #minute = Number.NaN;
  #now: RulesNow;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
    this.#hasWindows = rules.some(({ kind }) => kind === 'WINDOW');
    this.#now = { rules, open: '' };
  }

  /** @param now milliseconds since the epoch */
  at(now: number): RulesNow {
    const at = Math.floor(now / minute);
    if (!this.#hasWindows || at === this.#minute) return this.#now;
    const moment = momentAt(now);
    const rules = this.#rules.map((rule) =>
      rule.kind === 'WINDOW' && isOpen(rule, moment) ? { ...rule, open: true as const } : rule,
    );
    const open = rules.flatMap((rule) => (rule.kind === 'WINDOW' && rule.open ? rule.id : []));
    this.#minute = at;
    this.#now = { rules, open: JSON.stringify(open) };
    return this.#now;
  }
}
