import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public key registered to a client: an Ed25519 key as a JWK (RFC 8037). */
@Entity('client_key')
export class ClientKeyEntity {
  @PrimaryColumn('varchar', { length: 100 })
  client!: string;

  @PrimaryColumn('varchar', { length: 100 })
  kid!: string;

  /** The key, 32 bytes in base64url. */
  @Column('varchar', { length: 43 })
  x!: string;
}
