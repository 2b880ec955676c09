import { databaseMigrations, type Migration } from './database/index.ts'
import type { RoomServer } from './http/room.ts'
import { jobMigrations } from './jobs/index.ts'
import { people } from './people/index.ts'

/** Every room that the server has, in the order of the house; one line adds a room with its routes, tables and jobs. */
export const rooms: readonly RoomServer[] = [people]

/** Every migration in the order in which a new database gets them. */
export const migrationsOf = (served: readonly RoomServer[]): readonly Migration[] => [...databaseMigrations, ...jobMigrations, ...served.flatMap(({ migrations }) => migrations)]
