import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../../support/ownGateway.js';

const joined = { uses: ['JOIN' as const, 'FILTER' as const] };
/** Three hundred of each: more than a statement takes keys of two columns. */
const rows = Array.from({ length: 300 }, (_, at) => at + 1);
const slots = rows.map((id) => `(${id}, ${id}, 'd${id}')`).join(', ');
const tickets = rows.map((id) => `(${id}, ${id}, ${id}, 'd${id}')`).join(', ');

let gateway: OwnGateway;
beforeAll(async () => {
  gateway = await openOwnGateway({
    kind: 'sqlite',
    statements: {
      population: [
        'CREATE TABLE slot (slot_id INTEGER NOT NULL PRIMARY KEY, film INTEGER, day TEXT)',
        `INSERT INTO slot VALUES ${slots}`,
      ],
      divisions: [
        'CREATE TABLE ticket (ticket_id INTEGER NOT NULL PRIMARY KEY, slot_id INTEGER, film INTEGER, day TEXT)',
        `INSERT INTO ticket VALUES ${tickets}`,
      ],
    },
    types: {
      population: `type Slot ${resourceOf('slot', '0501', 'pageBy: "slot_id"')} ${shared} {
        slotId: Int! @key @column(name: "slot_id")
        film: Int
        day: String
        tickets: [Ticket!] @link(from: "slotId", to: "slotId")
        alike: [Ticket!] @link(from: ["film", "day"], to: ["film", "day"])
      }`,
      divisions: `type Ticket ${resourceOf('ticket', '0502', 'pageBy: "ticket_id"')} ${shared} {
        ticketId: Int! @key @column(name: "ticket_id")
        slotId: Int @column(name: "slot_id")
        film: Int
        day: String
      }`,
    },
    resources: {
      Slot: {
        reach: ['LIST'],
        fields: { slotId: joined, film: joined, day: joined },
        links: ['tickets', 'alike'],
      },
      Ticket: {
        reach: ['LINKED'],
        fields: { ticketId: joined, slotId: joined, film: joined, day: joined },
      },
    },
  });
});
afterAll(() => gateway.close());

it('keys of several columns have a bound of their own, which says how many they are', async () => {
  const { errors } = await gateway.ask(
    '{ slots(first: 1, where: { alike: { some: {} } }) { nodes { slotId } } }',
  );
  expect(errors).toMatchObject([
    {
      message:
        'The conditions of a list may be met by at most 256 linked rows of other sources; these are met by more.',
      extensions: { code: 'LIMIT_EXCEEDED' },
    },
  ]);
});

it('keys of one column before them take nothing of it', async () => {
  const { data, errors } = await gateway.ask(
    `{ slots(first: 9, where: { tickets: { some: {} }, alike: { some: { ticketId: { lte: 2 } } } }) {
         nodes { slotId } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ slots: { nodes: [{ slotId: 1 }, { slotId: 2 }] } });
});
