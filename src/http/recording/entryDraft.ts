import { randomUUID } from 'node:crypto';

import type { ErrorCode } from '../../errors/errorCode.js';
import type { ExchangeError } from '../../errors/exchangeError.js';
import type { Admission } from '../../exchange/admission.js';
import type { Report } from '../../exchange/answer.js';
import type { Occasion } from '../../exchange/occasion.js';
import type { Entry, ReadEntry } from '../../record/entry/entry.js';
import type { AgencyCode, CatalogVersion, RequestId } from '../../shared/brand.js';

type FieldsRead = ReadEntry['fields'];

/** How fields stand in an entry. Most operations share the reads of their plan. */
const written = new WeakMap<ReadonlyMap<string, string>, FieldsRead>();

function fieldsOf(read: ReadonlyMap<string, string>): FieldsRead {
  const known = written.get(read);
  if (known) return known;
  const fields = Object.freeze(Object.fromEntries(read));
  written.set(read, fields);
  return fields;
}

function readEntries({ reads, rows, keys }: Report): readonly ReadEntry[] {
  return Array.from(reads, ([resource, read]) => {
    const fields = fieldsOf(read);
    const fetched = rows.get(resource) ?? 0;
    const tried = keys.get(resource);
    return tried === undefined
      ? { resource, fields, rows: fetched }
      : { resource, fields, rows: fetched, keys: tried };
  });
}

/** What is known of one request so far. Its entry is made of this. */
export class EntryDraft {
  readonly requestId = randomUUID() as RequestId;
  readonly #at = new Date().toISOString();
  /** Whether the answer is a page of the explorer, which holds nothing of any agency. */
  isOfPage = false;
  /** Whether the end of an export is on record, so that nothing more is to be told of it. */
  hasEnded = false;
  #occasion: Occasion = { actingUser: null, caseReference: null };
  #admission: Admission | null = null;
  #report: Report | null = null;
  #refusedWith: ErrorCode | null = null;
  #cutOffWith: ErrorCode | null = null;
  #administrator: { readonly id: string; readonly agency: AgencyCode } | null = null;
  readonly #actions: string[] = [];
  /** Causes of errors, for the log alone. */
  readonly causes: unknown[] = [];

  get occasion(): Occasion {
    return this.#occasion;
  }

  get alerts(): NonNullable<Entry['alerts']> {
    return this.#report?.noticed.alerts ?? [];
  }

  /** To be called once the entry is durable, because its alerts are then on record. */
  async recorded(): Promise<void> {
    await this.#report?.noticed.raised();
  }

  /** To be called before the admission, so that a refused request's occasion is on record too. */
  stated(occasion: Occasion): void {
    this.#occasion = occasion;
  }

  administeredBy(id: string, agency: AgencyCode): void {
    this.#administrator = { id, agency };
  }

  acted(action: string): void {
    this.#actions.push(action);
  }

  actedOn(target: string): void {
    this.#actions.push(`${this.#actions.pop() ?? ''} ${target}`);
  }

  /** The entry of the last change. It is made before the change. */
  beginning(catalog: CatalogVersion): Entry {
    // 102 is Processing (RFC 2518): the answer's entry follows, under the same request id.
    return {
      ...this.entry(catalog, 102),
      action: this.#actions.at(-1) ?? null,
      outcome: 'BEGUN',
    };
  }

  admitted(admission: Admission): void {
    this.#admission = admission;
  }

  answered(report: Report, errors: readonly ExchangeError[]): void {
    this.#report = report;
    this.causes.push(...errors.flatMap(({ cause }) => cause ?? []));
  }

  refused({ code, cause }: ExchangeError): void {
    // Apollo reports the errors of an answer a second time.
    if (this.#report) return;
    this.#refusedWith ??= code;
    if (cause !== undefined) this.causes.push(cause);
  }

  /** An answer that was made is not sent: what was read for it stays on record. */
  cutOff({ code }: ExchangeError): void {
    this.#cutOffWith = code;
  }

  /** How the request ended, where it was refused and nobody had proved who asks: nothing was told then. */
  refusalOfNobody(status: number): string | null {
    const isProved = this.#admission?.requester.kind === 'client' || this.#administrator !== null;
    // What fails here is looked into one by one.
    if (isProved || status < 400 || status >= 500) return null;
    const report = this.#report;
    if (report && (report.reads.size > 0 || report.statements > 0)) return null;
    return this.#outcome(status);
  }

  /** The entry, once the status of the answer is known. */
  entry(catalog: CatalogVersion, status: number): Entry {
    const admission = this.#admission;
    const requester = admission?.requester;
    const report = this.#report;
    const client = requester?.kind === 'client' ? requester : null;
    return {
      requestId: this.requestId,
      at: this.#at,
      client: client?.client ?? null,
      agency: client?.agency ?? this.#administrator?.agency ?? null,
      purpose: admission?.purpose ?? null,
      actingUser: this.#occasion.actingUser,
      caseReference: this.#occasion.caseReference,
      grant: admission?.grant?.id ?? null,
      policy: admission?.revision ?? null,
      catalog,
      contract: admission?.contract.fingerprint ?? null,
      operation: report?.operation ?? null,
      reads: report ? readEntries(report) : [],
      statements: report?.statements ?? 0,
      ...(this.alerts.length > 0 && { alerts: this.alerts }),
      ...(report?.export && { export: report.export }),
      administrator: this.#administrator?.id ?? null,
      action: this.#actions.length > 0 ? this.#actions.join('; ') : null,
      outcome: this.#outcome(status),
      status,
    };
  }

  #outcome(status: number): string {
    const stated = this.#cutOffWith ?? this.#report?.outcome ?? this.#refusedWith;
    if (stated) return stated;
    // Where no stage has said how the request ended, the status of its answer tells.
    return this.#administrator && status === 200 ? 'OK' : `HTTP_${status}`;
  }
}
