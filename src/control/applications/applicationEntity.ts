import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a client applied for (共享申请): its code is the purpose that its requests state. */
@Entity('application')
export class ApplicationEntity {
  @PrimaryColumn('varchar', { length: 100 })
  client!: string;

  @PrimaryColumn('varchar', { length: 100 })
  purpose!: string;

  /** As `school-enrolment`; null where none was stated. */
  @Column('varchar', { length: 100, nullable: true })
  scenario!: string | null;
}
