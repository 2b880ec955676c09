import { databaseMigrations, type Migration, type Tx } from './database/index.ts'
import { onceMigrations } from './http/once/migrations.ts'
import type { RoomServer } from './http/room.ts'
import { capacityCoherence, capacityRoom, capacityState, capacitySubjects, readPools } from './capacity/index.ts'
import { deliveryCoherence, deliveryRoom, deliverySight, deliveryState, deliverySubjects, readRegisters } from './delivery/index.ts'
import { playActsOf } from './example/index.ts'
import { demandRoomWith, demandSubjects, readCustomValues, readFields, readInitiative, readInitiatives, readInitiativesOf, readPreviousRatings, readRecordedStates, readTies } from './demand/index.ts'
import { governanceRoom, readDeliverables } from './governance/index.ts'
import { jobMigrations } from './jobs/index.ts'
import { metricsMigrations } from './metrics/index.ts'
import { policyMigrations, rollupMigrations } from './rollups/index.ts'
import { people, peopleSubjects } from './people/index.ts'
import { planSource, portfolioRoom, portfolioState, portfolioSubjects, readOutlays, recordOfPlan } from './portfolio/index.ts'
import { contradictionsOf, readGoalsBelow, readLinksOf, readStakes, readStrategyFacts, strategyRoom, strategySubjects, workOf } from './strategy/index.ts'
import { liveStory, readEnabled, readMeasured, readPastBenefits, readPeopleOfLate, valueCoherence, valuePromises, valueRoom, valueSight, valueState, valueSubjects } from './value/index.ts'

/** Initiatives as the strategy is told of them, and the line of sight below it: each of the rooms that keep it gives its part. */
const initiatives = { readInitiatives, readInitiative, readInitiativesOf, readRecordedStates, readTies }
const sight = { ...valueSight, ...deliverySight }
/** What can contradict the strategy: each of the rooms that keep it gives its part. */
const coherence = { ...capacityCoherence, ...deliveryCoherence, ...valueCoherence }

/** What the acts of an example may speak of by name. */
export const readWorld = async (tx: Tx): Promise<Readonly<Record<string, unknown>>> => ({ initiatives: await readInitiatives(tx), objectives: (await readStrategyFacts(tx)).objectives })

/** The rooms whose replies the last one seals. */
const others = [people, strategyRoom(initiatives, { readOutlays }, planSource, sight, recordOfPlan, valuePromises, { ...valueState, ...deliveryState, ...capacityState, ...portfolioState }, coherence), demandRoomWith({ live: liveStory, play: playActsOf(() => rooms, readWorld) }, planSource, readPastBenefits), capacityRoom, deliveryRoom(readEnabled, { readMeasured, readDeliverables }), valueRoom, portfolioRoom]

/** Every room that the server has, in the order of the house; one line adds a room with its routes, tables and jobs. */
export const rooms: readonly RoomServer[] = [...others, governanceRoom([peopleSubjects, strategySubjects, demandSubjects, capacitySubjects, deliverySubjects, valueSubjects, portfolioSubjects], others, { readTeams: readPeopleOfLate, readObjectives: readStrategyFacts, readStates: readRecordedStates, readWork: (tx, person, asked) => workOf(tx, { sight, initiatives }, person, asked), readStakes: (tx, orgId) => readStakes(tx, orgId, { readInitiatives }), readGoalsBelow: (tx, of) => readGoalsBelow(tx, { ...of, source: { readInitiatives } }), readInitiatives, readInitiativesOf, readFields, readCustomValues, readInitiative, readPreviousRatings, readPools, readLinksOf, readRegisters, readContradictionsOf: async (tx, asked) => contradictionsOf(tx, { ...asked, initiatives: await readInitiatives(tx), coherence }) })]

/** Every migration in the order in which a new database gets them. */
export const migrationsOf = (served: readonly RoomServer[]): readonly Migration[] => [...databaseMigrations, ...jobMigrations, ...rollupMigrations, ...served.flatMap(({ migrations }) => migrations), ...policyMigrations, ...metricsMigrations, ...onceMigrations]
