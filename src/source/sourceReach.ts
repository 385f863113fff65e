/** Whether a source can be reached: it is asked, or asked once to see whether it is back, or not asked. */
export type SourceReach = 'reached' | 'tried' | 'given up';
