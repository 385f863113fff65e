import { momentAt } from '../../shared/chinaCalendar.js';
import type { Rule } from '../model/rule.js';
import { isOpen } from '../model/window.js';

/** The rules at one moment. */
export interface RulesNow {
  /** All rules, with `open` set on the windows that are open. */
  readonly rules: readonly Rule[];
  /** A key that names the open windows. Equal keys mean equal decisions under the same rules. */
  readonly open: string;
}

const minute = 60_000;

/**
 * Tells which rules of one snapshot hold at a moment. Windows open and close on the full minute, so the
 * answer is computed at most once a minute.
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
