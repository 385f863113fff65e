import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { PublicKey } from '../../policy/model/registeredKey.js';

/** A public key registered to a client. */
@Entity('client_key')
export class ClientKeyEntity {
  @PrimaryColumn('varchar', { length: 100 })
  client!: string;

  @PrimaryColumn('varchar', { length: 100 })
  kid!: string;

  @Column('simple-json')
  jwk!: PublicKey;
}
