import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A program of an agency, known by its registered keys. */
@Entity('client')
export class ClientEntity {
  @PrimaryColumn('varchar', { length: 100 })
  id!: string;

  @Column('varchar', { length: 100 })
  agency!: string;

  /** Attributes that row scopes may hang on, by name, each with one value or a list of them. */
  @Column('simple-json')
  attributes!: Record<string, unknown>;
}
