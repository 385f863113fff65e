import { maskAddress, maskIdNumber, maskName, maskYear } from '../byHand/masks.js';

import type { Resident, ResidentRow } from './rows.js';

/** A resident with the masks on. */
export function maskResident(row: ResidentRow): Resident {
  return {
    key: row.key,
    idNo: maskIdNumber(row.key),
    name: maskName(row.name),
    birthDate: maskYear(row.birthDate),
    address: maskAddress(row.address),
    divisionCode: row.divisionCode,
  };
}
