import { isIP, isIPv4 } from 'node:net';

import { z } from 'zod';

import { parseMysqlAddress } from '../address/mysqlAddress.js';
import { parsePostgresAddress } from '../address/postgresAddress.js';

/** A whole number within bounds; the message says which. */
function wholeNumber(min: number, max: number) {
  const error = `is a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^[0-9]+$/, error)
    .transform(Number)
    .pipe(z.number().min(min, error).max(max, error));
}

/** @param what completes the sentence of a setting that production must state */
function required(what: string) {
  const error = `is required: ${what}`;
  return z.string({ error }).min(1, error);
}

const mysqlServer = 'mysql://<user>:<password>@<host>:<port>';

/** @param parse says what is wrong, with no part of the URL */
function faultOf(url: string, parse: (url: string) => unknown): string | null {
  try {
    parse(url);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  }
}

/** What is wrong with the URL of a database; null where nothing is. */
function faultOfDatabase(text: string): string | null {
  if (/^sqlite:.+/.test(text)) return null;
  if (!/^mysqls?:/.test(text)) return `is sqlite:<path> or ${mysqlServer}/<database>`;
  return faultOf(text, parseMysqlAddress);
}

/** What is wrong with the URL of a source; null where nothing is. */
function faultOfSource(text: string): string | null {
  if (!/^(?:sqlite|mysqls?|postgres(?:ql)?):/.test(text)) {
    return `is sqlite:<path>, or mysql:// or postgres:${mysqlServer.slice('mysql:'.length)}/<database>`;
  }
  return /^postgres/.test(text) ? faultOf(text, parsePostgresAddress) : faultOfDatabase(text);
}

function urlWithout(fault: (text: string) => string | null) {
  return z.string().superRefine((text, context) => {
    const message = fault(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
}

/** Of the control database, which is not every kind of source. */
const databaseUrl = urlWithout(faultOfDatabase);

/** Sources by the name that catalogs call them by, each a URL. */
const sources = required('the sources that the catalogs name')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is JSON: {"<name>": "sqlite:<path>", …}' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), urlWithout(faultOfSource)));

/** Whether a text is a URL of a server that may hold the demo's data, and no more. */
function isDemoServer(text: string): boolean {
  // A % that encodes nothing would fail only later, where the password is read.
  if (!URL.canParse(text) || /%(?![0-9a-f]{2})/i.test(text)) return false;
  const { protocol, username, hostname, pathname, search, hash } = new URL(text);
  const isKnown = protocol === 'mysql:' || protocol === 'postgres:';
  const isNamed = isKnown && username !== '' && hostname !== '';
  return isNamed && /^\/?$/.test(pathname) && search + hash === '';
}

/** The servers that hold the demo's data, in the place of files: one, or one of each kind. */
const demoServer = z.string().refine((text) => {
  const servers = text.split(',');
  const kinds = new Set(servers.map((server) => server.split(':')[0]));
  return kinds.size === servers.length && servers.every(isDemoServer);
}, `is ${mysqlServer}, the same with postgres, or both with a comma between`);

function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text) || /%(?![0-9a-f]{2})/i.test(text)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(text);
  const isRedis = protocol === 'redis:' || protocol === 'rediss:';
  return isRedis && hostname !== '' && /^\/?[0-9]*$/.test(pathname) && search + hash === '';
}

/** Where gateways that answer for one another count together. */
const redis = z
  .string()
  .refine(isRedisUrl, 'is redis://[<user>:<password>@]<host>:<port>[/<number>], or rediss://');

const masterKey = required('32 random bytes in hexadecimal, as of `openssl rand -hex 32`')
  .regex(
    /^[0-9a-f]{64,}$/,
    'is at least 32 random bytes in hexadecimal, as of `openssl rand -hex 32`',
  )
  .transform((text) => Buffer.from(text, 'hex'));

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const logLevel = z.enum(logLevels, { error: `is one of ${logLevels.join(', ')}` });

const yesOrNo = z
  .enum(['true', 'false'], { error: 'is `true` or `false`' })
  .transform((text) => text === 'true');

/** Texts between commas. */
function listOf(isOne: (text: string) => boolean, what: string) {
  return z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every(isOne), `is ${what}, between commas`);
}

/** As browsers state it: without a path, and so without a slash at the end. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const longest = isIPv4(address) ? 32 : 128;
  const isWhole = bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= longest);
  return isIP(address) !== 0 && isWhole && more.length === 0;
}

/** What a setting may be. The message of each completes a sentence that begins with the setting's name. */
export const settingForms = {
  port: wholeNumber(0, 65_535),
  count: wholeNumber(1, 1_000_000_000),
  milliseconds: wholeNumber(0, 1_000_000_000),
  origins: listOf(isOrigin, 'origins as https://<host>'),
  addresses: listOf(isNetwork, 'IP addresses or networks as 10.0.0.0/8'),
  text: z.string().min(1),
  required,
  databaseUrl,
  sources,
  demoServer,
  redis,
  masterKey,
  logLevel,
  yesOrNo,
};
