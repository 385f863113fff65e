import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { PublicKey } from '../../policy/model/registeredKey.js';
import type { Role } from '../roles/role.js';

/** A person or program that administers the channel, with the public key that its tokens are signed by. */
@Entity('administrator')
export class AdministratorEntity {
  @PrimaryColumn('varchar', { length: 100 })
  id!: string;

  @Column('varchar', { length: 100 })
  agency!: string;

  @Column('varchar', { length: 30 })
  role!: Role;

  @Column('varchar', { length: 100 })
  kid!: string;

  @Column('simple-json')
  jwk!: PublicKey;
}
