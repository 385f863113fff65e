// Generated from schema/directives.graphql by `npm run emit`.
/** What a leak would touch (PIPL 6, 28). */
export type Category =
  /** Says nothing of a person. */
  | 'GENERAL'
  /** Personal information. */
  | 'PERSONAL'
  /** Sensitive personal information: identity, religion, health, accounts, whereabouts, minors. */
  | 'SENSITIVE_PERSONAL';

/** The grade of data, by the harm that a leak would do (QD 4, 41; GB/T 43697-2024). */
export type Level =
  /** Core data of the state: outside the channel. A catalog that offers any is refused. */
  | 'CORE'
  /** Important data: nothing of it leaves without an approval of the single case. */
  | 'IMPORTANT'
  /** No harm: clear. */
  | 'L1'
  /** Slight harm: clear. */
  | 'L2'
  /** Harm to a person or body: masked, or clear if the provider approved. */
  | 'L3'
  /** Grave harm: withheld unless granted; clear if provider and authority both approved. */
  | 'L4';

/** How a value is desensitized before it leaves (QD 41). */
export type MaskRule =
  /** An address stays to its district: 青岛市市南区香港中路11号 → 青岛市市南区****. */
  | 'ADDRESS'
  /** The first six and the last four of a card's number stay: 6222021910123456781 → 622202*********6781. */
  | 'BANK_CARD'
  /** The mailbox's first character and the domain stay: zhangsan@163.com → z*******@163.com. */
  | 'EMAIL'
  /** A keyed hash (HMAC), equal for equal values within one grant and field and for no others: 43 characters. */
  | 'HASH'
  /** The first three and the last four of a citizen's ID stay: 370202199003071233 → 370***********1233. */
  | 'ID_NUMBER'
  /** So many characters as `first` and `last` say stay at either end: with 2 and 3, QD2024000815 → QD*******815. */
  | 'KEEP'
  /** A name's first and, from three characters on, its last stay: 张小三 → 张*三. */
  | 'NAME'
  /** The first and the last four characters of a Chinese passport's number stay: E12345678 → E****5678. */
  | 'PASSPORT'
  /** The first three and last four of a mobile number, four and two of a landline: 138****1234, 0915*****79. */
  | 'PHONE'
  /** The first three and the last character of a vehicle's plate stay: 鲁B12345 → 鲁B1***5. */
  | 'PLATE'
  /** The range of `step` whole numbers that holds it: 37 with step 10 → 30–39. */
  | 'RANGE'
  /** Nothing stays, not even the length: ****. */
  | 'REDACT'
  /** No part may be shown, as of a code list (a sex, a marital status), which is never starred: withheld unless clear was approved. */
  | 'WITHHOLD'
  /** The year of a date stays: 1990-03-07 → 1990. */
  | 'YEAR'
  /** The year and the month of a date stay: 1990-03-07 → 1990-03. */
  | 'YEAR_MONTH';

/** Whether an item is open to the public (QD 26). */
export type OpenAttribute =
  /** 有条件开放: on application. */
  | 'CONDITIONAL'
  /** 不予开放: not open. */
  | 'NONE'
  /** 无条件开放: anyone may ask. */
  | 'UNCONDITIONAL';

/** Whether an item is shared between agencies (QD 19, 20). */
export type ShareAttribute =
  /** 有条件共享: shared on an application that meets the stated condition. */
  | 'CONDITIONAL'
  /** 不予共享: on the negative list, with its legal basis. Never leaves. */
  | 'NOT_SHARED'
  /** 无条件共享: shared with every agency for a stated purpose. */
  | 'UNCONDITIONAL';

/** How often the provider renews the data (QD 9, 10). */
export type UpdateCycle =
  | 'DAILY'
  | 'HALF_YEARLY'
  | 'MONTHLY'
  | 'OTHER'
  | 'QUARTERLY'
  | 'REALTIME'
  | 'WEEKLY'
  | 'YEARLY';
