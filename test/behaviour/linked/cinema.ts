import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import { resourceOf, shared } from '../../support/ownGateway.js';

type Resources = PolicySeedInput['grants'][number]['resources'];

/** Films and who plays in them; tickets and posters are in another source. */
export const statements = {
  population: [
    'CREATE TABLE film (film_id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(40), isan VARCHAR(20) UNIQUE)',
    'CREATE TABLE actor (actor_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), open INTEGER)',
    'CREATE TABLE film_actor (film_id INTEGER NOT NULL, actor_id INTEGER NOT NULL, open INTEGER, PRIMARY KEY (film_id, actor_id))',
    'CREATE TABLE liked (film_id INTEGER, actor_id INTEGER)',
    'CREATE TABLE screening (film_id INTEGER NOT NULL, day DATE NOT NULL, hall VARCHAR(20), PRIMARY KEY (film_id, day))',
    `INSERT INTO film VALUES (1, 'one', 'i-1'), (2, 'two', 'i-2'), (3, 'three', NULL), (4, 'four', NULL)`,
    `INSERT INTO actor VALUES (1, 'Ada', 1), (2, 'Bo', 1), (3, 'Cy', 0), (4, 'Di', 1), (5, 'Ed', 1)`,
    // Of each film one actor is out of scope, and of film 2 one pair.
    'INSERT INTO film_actor VALUES (1, 1, 1), (1, 2, 1), (1, 3, 1), (1, 4, 1), (2, 2, 1), (2, 3, 1), (2, 4, 0), (3, 3, 1)',
    'INSERT INTO liked VALUES (1, 2), (1, 2), (1, 1), (1, NULL), (NULL, 1), (2, 5), (2, 5), (2, 5)',
    `INSERT INTO screening VALUES (1, '2026-01-01', 'a'), (1, '2026-01-02', 'b'), (2, '2026-01-01', 'c')`,
  ],
  divisions: [
    'CREATE TABLE ticket (ticket_id INTEGER NOT NULL PRIMARY KEY, film_id INTEGER, day DATE)',
    'CREATE TABLE poster (poster_id INTEGER NOT NULL PRIMARY KEY, isan VARCHAR(20))',
    `INSERT INTO ticket VALUES (1, 1, '2026-01-02'), (2, 1, '2026-01-03'), (3, 2, '2026-01-01'), (4, 1, NULL), (5, 1, '2026-01-02')`,
    `INSERT INTO poster VALUES (1, 'i-2'), (2, NULL), (3, 'i-9')`,
  ],
} as const;

export const types = {
  population: `
type Film ${resourceOf('film', '0001', 'pageBy: "film_id"')} ${shared} {
  filmId: Int! @key @column(name: "film_id")
  title: String
  isan: String
  cast: [Actor!] @link(from: "filmId", to: "actorId", through: { type: "FilmActor", from: "filmId", to: "actorId" })
  liked: [Actor!] @link(from: "filmId", to: "actorId", through: { type: "Liked", from: "filmId", to: "actorId" })
}
type Actor ${resourceOf('actor', '0002', 'pageBy: "actor_id"')} ${shared} {
  actorId: Int! @key @column(name: "actor_id")
  name: String
  open: Int
  films: [Film!] @link(from: "actorId", to: "filmId", through: { type: "FilmActor", from: "actorId", to: "filmId" })
}
type FilmActor ${resourceOf('film_actor', '0003', 'pageBy: ["film_id", "actor_id"]')} ${shared} @key(fields: ["filmId", "actorId"]) {
  filmId: Int! @column(name: "film_id")
  actorId: Int! @column(name: "actor_id")
  open: Int
}
type Liked ${resourceOf('liked', '0004', 'pageBy: []')} ${shared} {
  filmId: Int @column(name: "film_id")
  actorId: Int @column(name: "actor_id")
}
type Screening ${resourceOf('screening', '0005', 'pageBy: ["film_id", "day"]')} ${shared} @key(fields: ["filmId", "day"]) {
  filmId: Int! @column(name: "film_id")
  day: Date
  hall: String
  tickets: [Ticket!] @link(from: ["filmId", "day"], to: ["filmId", "day"])
}`,
  divisions: `
type Ticket ${resourceOf('ticket', '0006', 'pageBy: "ticket_id"')} ${shared} {
  ticketId: Int! @key @column(name: "ticket_id")
  filmId: Int @column(name: "film_id")
  day: Date
  screening: Screening @link(from: ["day", "filmId"], to: ["day", "filmId"])
}
type Poster ${resourceOf('poster', '0007', 'pageBy: "poster_id"')} ${shared} {
  posterId: Int! @key @column(name: "poster_id")
  isan: String
  film: Film @link(from: "isan", to: "isan")
}`,
} as const;

const joined: Resources[string]['fields'][string] = { uses: ['JOIN', 'FILTER', 'SORT', 'LOOKUP'] };

/** All that may be granted; pairs and actors that are not open are out of scope. */
export const granted: Resources = {
  Film: {
    reach: ['LIST', 'LOOKUP', 'LINKED'],
    fields: { filmId: joined, title: joined, isan: joined },
    links: ['cast', 'liked'],
  },
  Actor: {
    reach: ['LIST', 'LINKED'],
    fields: { actorId: joined, name: joined, open: joined },
    links: ['films'],
    rows: { open: { eq: 1 } },
  },
  FilmActor: {
    reach: ['LINKED'],
    fields: { filmId: joined, actorId: joined, open: joined },
    rows: { open: { eq: 1 } },
  },
  Liked: { reach: ['LINKED'], fields: { filmId: joined, actorId: joined } },
  Screening: {
    reach: ['LIST', 'LINKED'],
    fields: { filmId: joined, day: joined, hall: joined },
    links: ['tickets'],
  },
  Ticket: {
    reach: ['LIST', 'LINKED'],
    fields: { ticketId: joined, filmId: joined, day: joined },
    links: ['screening'],
  },
  Poster: { reach: ['LIST'], fields: { posterId: {}, isan: joined }, links: ['film'] },
};
