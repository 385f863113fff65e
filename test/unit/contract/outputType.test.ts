import { describe, expect, it } from '@jest/globals';
import { isObjectType, printType } from 'graphql';

import type { Contract } from '../../../src/contract/contract.js';
import { contractFor } from '../support/deciding.js';
import { testCatalog } from '../support/testCatalog.js';

const contract = contractFor(testCatalog, {
  Resident: {
    reach: ['LOOKUP', 'LIST'],
    fields: {
      idNo: { form: { mask: { rule: 'ID_NUMBER' } }, uses: ['LOOKUP'] },
      name: { form: 'CLEAR', approvedBy: ['PROVIDER'] },
      birthDate: {},
      sex: {},
      faith: { form: 'CLEAR', approvedBy: ['PROVIDER', 'AUTHORITY'] },
      divisionCode: { uses: ['JOIN'] },
    },
    links: ['division'],
  },
});

function printed({ schema }: Contract, name: string): string {
  const type = schema.getType(name);
  return type ? printType(type).replaceAll(/ +$/gm, '') : 'absent';
}

describe('the type of a resource in a contract', () => {
  it('holds what is shown, in the form in which it is shown', () => {
    expect(printed(contract, 'Resident')).toBe(
      `"""
Registered residents of the city

户籍人口基本信息
"""
type Resident {
  """
  Desensitized: ID_NUMBER.

  Citizen's ID number (GB 11643)
  """
  idNo: Desensitized!
  name: String!

  """Desensitized: YEAR."""
  birthDate: Desensitized

  """The division of the household register"""
  divisionCode: ID!
  division: Division
}`,
    );
  });

  it('holds nothing of what is withheld, for whichever reason', () => {
    const type = contract.schema.getType('Resident');
    const names = isObjectType(type) ? Object.keys(type.getFields()) : [];
    // Not approved; not shared by law; not granted.
    for (const name of ['sex', 'faith', 'address']) expect(names).not.toContain(name);
    expect(names).toContain('name');
  });

  it('marks masked fields for printers that keep directives, and no others', () => {
    const type = contract.schema.getType('Resident');
    const marks = isObjectType(type)
      ? Object.values(type.getFields()).map(({ name, extensions }) => [
          name,
          extensions['directives'] ?? null,
        ])
      : [];
    expect(Object.fromEntries(marks)).toEqual({
      idNo: { desensitized: { rule: 'ID_NUMBER' } },
      name: null,
      birthDate: { desensitized: { rule: 'YEAR' } },
      divisionCode: null,
      division: null,
    });
  });
});

describe('a mask with parameters', () => {
  it('is told with them, in the description and in the directive', () => {
    const name = {
      form: { mask: { rule: 'KEEP', first: 2, last: 3 } },
      approvedBy: ['PROVIDER'],
    } as const;
    const { schema } = contractFor(testCatalog, {
      Resident: { reach: ['LIST'], fields: { name } },
    });
    const type = schema.getType('Resident');
    const field = isObjectType(type) ? type.getFields()['name'] : undefined;
    expect(field?.description).toBe('Desensitized: KEEP(2,3).');
    expect(field?.extensions['directives']).toEqual({ desensitized: { rule: 'KEEP(2,3)' } });
  });
});

describe('a field’s type', () => {
  const typeOf = (form: 'CLEAR' | undefined) => {
    const fields = { birthDate: { form, approvedBy: ['PROVIDER'] as const } };
    const { schema } = contractFor(testCatalog, { Resident: { reach: ['LIST'], fields } });
    const type = schema.getType('Resident');
    return isObjectType(type) ? type.getFields()['birthDate']!.type.toString() : 'absent';
  };

  it('is its own where it is clear, and Desensitized where it is masked', () => {
    expect(typeOf('CLEAR')).toBe('Date');
    expect(typeOf(undefined)).toBe('Desensitized');
  });
});
