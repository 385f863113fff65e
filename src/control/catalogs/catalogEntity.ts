import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A catalog as the gateway compiled it at its last start: its text, whose it is, and its hash. */
@Entity('catalog')
export class CatalogEntity {
  @PrimaryColumn('varchar', { length: 200 })
  file!: string;

  @Column('text')
  text!: string;

  /** SHA-256 of the text, hexadecimal. */
  @Column('varchar', { length: 64 })
  hash!: string;
}
