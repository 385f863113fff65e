import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { Entry } from '../../record/entry/entry.js';
import { faultOf, type Criteria } from '../../record/search/criteria.js';
import { readTime, timeContract } from '../../record/search/readTime.js';
import type { AdminContext } from '../adminContext.js';

import { criteriaOnRecord } from './criteriaOnRecord.js';
import { RecordCriteriaInput } from './recordCriteriaInput.js';
import { FoundEntriesType, type RecordEntryType } from './recordEntryType.js';
import { RecordReportType } from './recordReportType.js';

const most = 1_000;

function timeOf(name: string, text: string): string {
  const time = readTime(text);
  if (time === undefined) {
    throw new ExchangeError('BAD_USER_INPUT', `\`${name}\` is ${timeContract}.`);
  }
  return time;
}

/** The criteria that are stated. A null states none. */
function criteriaOf(stated: RecordCriteriaInput): Criteria {
  const criteria: Criteria = Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]: [string, unknown]): [string, unknown][] => {
      if (name === 'alerts' && value === true) return [[name, value]];
      if (typeof value !== 'string') return [];
      return [[name, name === 'since' || name === 'until' ? timeOf(name, value) : value]];
    }),
  );
  const fault = faultOf(criteria);
  if (fault !== undefined) throw new ExchangeError('BAD_USER_INPUT', `${fault}.`);
  return criteria;
}

function typeOf({ reads, alerts = [], ...entry }: Entry): RecordEntryType {
  return {
    ...entry,
    alerts,
    reads: reads.map(({ fields, ...read }) => ({
      ...read,
      fields: Object.entries(fields).map(([name, form]) => ({ name, form })),
    })),
  };
}

/** The record as administrators look into it. Each look is on record itself, by what it looked for. */
@Resolver()
export class RecordResolver {
  @Query(() => FoundEntriesType, { complexity: ({ args }) => Number(args['last']) })
  async record(
    @Ctx() context: AdminContext,
    @Arg('where', () => RecordCriteriaInput, { nullable: true })
    where?: RecordCriteriaInput | null,
    @Arg('last', () => Int, { defaultValue: 100, description: `1 to ${most}` }) last = 100,
  ): Promise<FoundEntriesType> {
    if (last < 1 || last > most) {
      throw new ExchangeError('BAD_USER_INPUT', `\`last\` is from 1 to ${most}.`);
    }
    const criteria = criteriaOf(where ?? {});
    context.actions.acted(await criteriaOnRecord(criteria, context));
    const { entries, ...counts } = await context.record.search(criteria, last);
    return { ...counts, entries: entries.map(typeOf) };
  }

  @Query(() => RecordReportType, {
    description: 'Goes through all of the record',
    complexity: most,
  })
  async recordReport(@Ctx() { record }: AdminContext): Promise<RecordReportType> {
    const report = await record.verify();
    const { before, damages } = report;
    return { ...report, archived: before.lines, sound: damages.length === 0 };
  }
}
