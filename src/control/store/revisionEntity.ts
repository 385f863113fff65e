import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Counts the changes of policy; its one row is raised within the transaction of every change. */
@Entity('revision')
export class RevisionEntity {
  /** Always 1. */
  @PrimaryColumn('int')
  id!: number;

  @Column('int')
  number!: number;
}
