import { resourceOf, shared } from '../support/ownGateway.js';

import type { RealSchema } from './realSchema.js';

const page = (columns: string, rest = '') => `pageBy: ${columns}${rest}`;

/** A shop that lends films: keys of several columns, junctions without a key of their own, views. */
export const shop: RealSchema = {
  name: 'a rental shop',
  tables: [
    ...['store', 'customer', 'film', 'actor', 'genre', 'film_actor', 'film_genre', 'copy'],
    ...['rental', 'payment', 'wish', 'film_list', 'income_by_genre'],
  ],
  statements: ({ moment, folding, whole, sum }) => [
    'CREATE TABLE store (store_id INTEGER NOT NULL PRIMARY KEY, town VARCHAR(30) NOT NULL)',
    `CREATE TABLE customer (customer_id INTEGER NOT NULL PRIMARY KEY, store_id INTEGER NOT NULL, name VARCHAR(40) ${folding} NOT NULL,
       email VARCHAR(60) UNIQUE, born DATE)`,
    `CREATE TABLE film (film_id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(60) ${folding} NOT NULL, year INTEGER,
       rate DECIMAL(6, 2) NOT NULL, sequel_of INTEGER)`,
    'CREATE TABLE actor (actor_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL)',
    `CREATE TABLE genre (genre_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(30) ${folding} NOT NULL UNIQUE)`,
    'CREATE TABLE film_actor (film_id INTEGER NOT NULL, actor_id INTEGER NOT NULL, PRIMARY KEY (actor_id, film_id))',
    // No key at all, and a pair twice.
    'CREATE TABLE film_genre (film_id INTEGER, genre_id INTEGER)',
    'CREATE TABLE copy (film_id INTEGER NOT NULL, copy_no INTEGER NOT NULL, store_id INTEGER NOT NULL, PRIMARY KEY (film_id, copy_no))',
    `CREATE TABLE rental (rental_id INTEGER NOT NULL PRIMARY KEY, film_id INTEGER NOT NULL, copy_no INTEGER NOT NULL,
       customer_id INTEGER NOT NULL, rented_at ${moment} NOT NULL, returned_at ${moment})`,
    `CREATE TABLE payment (rental_id INTEGER NOT NULL, part_no INTEGER NOT NULL, amount DECIMAL(8, 2) NOT NULL, paid_on DATE NOT NULL,
       PRIMARY KEY (rental_id, part_no))`,
    'CREATE TABLE wish (customer_id INTEGER NOT NULL, film_id INTEGER NOT NULL)',
    `INSERT INTO store VALUES (1, 'North'), (2, 'South')`,
    `INSERT INTO customer VALUES (1, 1, 'Ada', 'ada@example.org', '1980-02-29'), (2, 2, 'ada', NULL, NULL), (3, 1, 'Bo', 'bo@example.org', '2001-12-31')`,
    `INSERT INTO film VALUES (1, 'One', 1999, 0.99, NULL), (2, 'two', 2001, 2.50, 1), (3, 'Three', NULL, 4.00, 2), (4, 'TWO', 2001, 2.50, NULL)`,
    `INSERT INTO actor VALUES (1, 'Xu'), (2, 'Yu'), (3, 'Zu')`,
    `INSERT INTO genre VALUES (1, 'Drama'), (2, 'Comedy'), (3, 'Silent')`,
    'INSERT INTO film_actor VALUES (1, 1), (1, 2), (2, 1), (4, 3), (4, 1)',
    'INSERT INTO film_genre VALUES (1, 1), (1, 1), (1, 2), (2, 2), (NULL, 2), (3, NULL)',
    'INSERT INTO copy VALUES (1, 1, 1), (1, 2, 2), (2, 1, 1), (4, 1, 2)',
    `INSERT INTO rental VALUES (10, 1, 1, 1, '2026-01-01 10:00:00', '2026-01-03 09:30:00'), (11, 1, 2, 2, '2026-01-02 23:59:59', NULL),
       (12, 2, 1, 1, '2026-02-01 08:00:00', NULL), (13, 4, 1, 3, '2026-02-01 08:00:00', '2026-02-02 08:00:00')`,
    `INSERT INTO payment VALUES (10, 1, 0.50, '2026-01-01'), (10, 2, 0.49, '2026-01-03'), (12, 1, 2.50, '2026-02-01')`,
    'INSERT INTO wish VALUES (1, 2), (1, 4), (2, 1), (3, 1)',
    `CREATE VIEW film_list AS SELECT f.film_id, f.title, ${whole('COUNT(a.actor_id)')} AS actors FROM film f
       LEFT JOIN film_actor a ON a.film_id = f.film_id GROUP BY f.film_id, f.title`,
    `CREATE VIEW income_by_genre AS SELECT g.name AS genre, ${sum('p.amount')} AS income FROM payment p
       JOIN rental r ON r.rental_id = p.rental_id JOIN film_genre fg ON fg.film_id = r.film_id JOIN genre g ON g.genre_id = fg.genre_id
       GROUP BY g.name`,
  ],
  types: ({ decimal }) => `
type Store ${resourceOf('store', '0101', page('"store_id"'))} ${shared} {
  storeId: Int! @key @column(name: "store_id")
  town: String
  customers: [Customer!] @link(from: "storeId", to: "storeId")
  copies: [Copy!] @link(from: "storeId", to: "storeId")
  films: [Film!] @link(from: "storeId", to: "filmId", through: { type: "Copy", from: "storeId", to: "filmId" })
}
type Customer ${resourceOf('customer', '0102', page('"customer_id"'))} ${shared} {
  customerId: Int! @key @column(name: "customer_id")
  storeId: Int @column(name: "store_id")
  name: String
  email: String
  born: Date
  store: Store @link(from: "storeId", to: "storeId")
  rentals: [Rental!] @link(from: "customerId", to: "customerId")
  wished: [Film!] @link(from: "customerId", to: "filmId", through: { type: "Wish", from: "customerId", to: "filmId" })
}
type Film ${resourceOf('film', '0103', page('"film_id"'))} ${shared} {
  filmId: Int! @key @column(name: "film_id")
  title: String
  year: Int
  rate: ${decimal}
  sequelOf: Int @column(name: "sequel_of")
  before: Film @link(from: "sequelOf", to: "filmId")
  sequels: [Film!] @link(from: "filmId", to: "sequelOf")
  cast: [Actor!] @link(from: "filmId", to: "actorId", through: { type: "FilmActor", from: "filmId", to: "actorId" })
  genres: [Genre!] @link(from: "filmId", to: "genreId", through: { type: "FilmGenre", from: "filmId", to: "genreId" })
  copies: [Copy!] @link(from: "filmId", to: "filmId")
  listed: FilmList @link(from: "filmId", to: "filmId")
}
type Actor ${resourceOf('actor', '0104', page('"actor_id"'))} ${shared} {
  actorId: Int! @key @column(name: "actor_id")
  name: String
  films: [Film!] @link(from: "actorId", to: "filmId", through: { type: "FilmActor", from: "actorId", to: "filmId" })
}
type Genre ${resourceOf('genre', '0105', page('"genre_id"'))} ${shared} {
  genreId: Int! @key @column(name: "genre_id")
  name: String
  films: [Film!] @link(from: "genreId", to: "filmId", through: { type: "FilmGenre", from: "genreId", to: "filmId" })
  income: GenreIncome @link(from: "name", to: "genre")
}
type FilmActor ${resourceOf('film_actor', '0106', page('["film_id", "actor_id"]'))} ${shared} @key(fields: ["filmId", "actorId"]) {
  filmId: Int! @column(name: "film_id")
  actorId: Int! @column(name: "actor_id")
  film: Film @link(from: "filmId", to: "filmId")
}
type FilmGenre ${resourceOf('film_genre', '0107', page('[]'))} ${shared} {
  filmId: Int @column(name: "film_id")
  genreId: Int @column(name: "genre_id")
}
type Copy ${resourceOf('copy', '0108', page('["film_id", "copy_no"]'))} ${shared} @key(fields: ["filmId", "copyNo"]) {
  filmId: Int! @column(name: "film_id")
  copyNo: Int! @column(name: "copy_no")
  storeId: Int @column(name: "store_id")
  film: Film @link(from: "filmId", to: "filmId")
  rentals: [Rental!] @link(from: ["filmId", "copyNo"], to: ["filmId", "copyNo"])
}
type Rental ${resourceOf('rental', '0109', page('"rental_id"'))} ${shared} {
  rentalId: Int! @key @column(name: "rental_id")
  filmId: Int @column(name: "film_id")
  copyNo: Int @column(name: "copy_no")
  customerId: Int @column(name: "customer_id")
  rentedAt: LocalDateTime @column(name: "rented_at")
  returnedAt: LocalDateTime @column(name: "returned_at")
  copy: Copy @link(from: ["filmId", "copyNo"], to: ["filmId", "copyNo"])
  customer: Customer @link(from: "customerId", to: "customerId")
  payments: [Payment!] @link(from: "rentalId", to: "rentalId")
}
type Payment ${resourceOf('payment', '0110', page('["rental_id", "part_no"]'))} ${shared} @key(fields: ["rentalId", "partNo"]) {
  rentalId: Int! @column(name: "rental_id")
  partNo: Int! @column(name: "part_no")
  amount: ${decimal}
  paidOn: Date @column(name: "paid_on")
}
type Wish ${resourceOf('wish', '0111', page('["customer_id", "film_id"]', ', unique: [["customer_id", "film_id"]]'))} ${shared} {
  customerId: Int @column(name: "customer_id")
  filmId: Int @column(name: "film_id")
}
type FilmList ${resourceOf('film_list', '0112', page('"film_id"', ', unique: [["film_id"]]'))} ${shared} {
  filmId: Int @key @column(name: "film_id")
  title: String
  actors: Int
}
type GenreIncome ${resourceOf('income_by_genre', '0113', page('"genre"', ', unique: [["genre"]]'))} ${shared} {
  genre: String @key
  income: ${decimal}
}`,
  questions: [
    {
      ask: '{ films(first: 99) { nodes { filmId title year rate before { title before { title } } listed { actors } } } }',
      sql: `SELECT f.film_id AS a, f.title AS b, f.year AS c, f.rate AS d, p.title AS e, pp.title AS g, l.actors AS h FROM film f
        LEFT JOIN film p ON p.film_id = f.sequel_of LEFT JOIN film pp ON pp.film_id = p.sequel_of LEFT JOIN film_list l ON l.film_id = f.film_id`,
    },
    {
      ask: '{ films(first: 9) { nodes { title cast(first: 9) { totalCount nodes { name } } genres(first: 9) { nodes { name } } } } }',
      sql: `SELECT f.title AS a, (SELECT COUNT(*) FROM film_actor n WHERE n.film_id = f.film_id) AS b, x.name AS c, g.name AS d FROM film f
        LEFT JOIN film_actor fa ON fa.film_id = f.film_id LEFT JOIN actor x ON x.actor_id = fa.actor_id
        LEFT JOIN (SELECT DISTINCT fg.film_id, n.name FROM film_genre fg JOIN genre n ON n.genre_id = fg.genre_id) g ON g.film_id = f.film_id`,
    },
    {
      ask: '{ actors(first: 99, where: { films: { some: { title: { gt: "T" }, genres: { none: { name: { eq: "Drama" } } } } } }) { nodes { name } } }',
      sql: `SELECT DISTINCT x.name AS a FROM actor x JOIN film_actor fa ON fa.actor_id = x.actor_id JOIN film f ON f.film_id = fa.film_id
        WHERE f.title IN ('Three', 'two', 'TWO') AND f.title > 'T' AND NOT EXISTS (SELECT 1 FROM film_genre fg JOIN genre g ON g.genre_id = fg.genre_id WHERE fg.film_id = f.film_id AND g.name = 'Drama')`,
    },
    {
      ask: '{ genres(first: 99, where: { films: { every: { year: { lt: 2000 } } } }) { nodes { name income { income } } } }',
      sql: `SELECT g.name AS a, i.income AS b FROM genre g LEFT JOIN income_by_genre i ON i.genre = g.name
        WHERE NOT EXISTS (SELECT 1 FROM film_genre fg JOIN film f ON f.film_id = fg.film_id
          WHERE fg.genre_id = g.genre_id AND (f.year IS NULL OR f.year >= 2000))`,
    },
    {
      ask: '{ rentals(first: 99, orderBy: [{ rentedAt: DESC }]) { nodes { rentalId copy { storeId film { title } } customer { name email store { town } } payments(first: 9) { nodes { partNo amount paidOn } } } } }',
      sql: `SELECT r.rental_id AS a, c.store_id AS b, f.title AS c, u.name AS d, u.email AS e, s.town AS g, p.part_no AS h, p.amount AS i,
          CAST(p.paid_on AS CHAR(10)) AS j FROM rental r
        JOIN copy c ON c.film_id = r.film_id AND c.copy_no = r.copy_no JOIN film f ON f.film_id = c.film_id
        JOIN customer u ON u.customer_id = r.customer_id JOIN store s ON s.store_id = u.store_id LEFT JOIN payment p ON p.rental_id = r.rental_id`,
    },
    {
      ask: '{ copies(first: 99, where: { rentals: { some: { returnedAt: { isNull: true } } } }) { nodes { filmId copyNo } } }',
      sql: `SELECT c.film_id AS a, c.copy_no AS b FROM copy c WHERE EXISTS
        (SELECT 1 FROM rental r WHERE r.film_id = c.film_id AND r.copy_no = c.copy_no AND r.returned_at IS NULL)`,
    },
    {
      ask: '{ stores(first: 9) { nodes { town customers(first: 9) { nodes { name } } films(first: 9, where: { title: { gte: "a" } }) { nodes { title } } copies(first: 9) { totalCount } } } }',
      sql: `SELECT s.town AS a, u.name AS b, f.title AS c, (SELECT COUNT(*) FROM copy n WHERE n.store_id = s.store_id) AS d FROM store s
        LEFT JOIN customer u ON u.store_id = s.store_id LEFT JOIN
        (SELECT DISTINCT c.store_id, f.title FROM copy c JOIN film f ON f.film_id = c.film_id WHERE c.film_id = 2) f ON f.store_id = s.store_id`,
    },
    {
      ask: '{ customers(first: 9) { nodes { name wished(first: 9, orderBy: [{ title: ASC }]) { nodes { title sequels(first: 9) { nodes { title } } } } rentals(first: 9) { nodes { copyNo } } } } }',
      sql: `SELECT u.name AS a, f.title AS b, q.title AS c, r.copy_no AS d FROM customer u LEFT JOIN wish w ON w.customer_id = u.customer_id
        LEFT JOIN film f ON f.film_id = w.film_id LEFT JOIN film q ON q.sequel_of = f.film_id LEFT JOIN rental r ON r.customer_id = u.customer_id`,
    },
    {
      ask: '{ filmActors(first: 99) { nodes { actorId film { title copies(first: 9) { nodes { copyNo } } } } } }',
      sql: `SELECT fa.actor_id AS a, f.title AS b, c.copy_no AS c FROM film_actor fa JOIN film f ON f.film_id = fa.film_id
        LEFT JOIN copy c ON c.film_id = f.film_id`,
    },
    {
      ask: '{ filmGenreAggregate(groupBy: [genreId]) { group { genreId } count } }',
      sql: 'SELECT genre_id AS a, COUNT(*) AS b FROM film_genre GROUP BY genre_id',
    },
    {
      ask: '{ paymentAggregate { count min { paidOn } max { partNo } } }',
      sql: 'SELECT COUNT(*) AS a, CAST(MIN(paid_on) AS CHAR(10)) AS b, MAX(part_no) AS c FROM payment',
    },
    {
      ask: '{ wishes(first: 99) { nodes { customerId filmId } } }',
      sql: 'SELECT customer_id AS a, film_id AS b FROM wish',
    },
  ],
};
