import { valueProblems, valueRoutes } from '@throughline/contract/value'
import { roomServer } from '../http/index.ts'
import { planMigrations } from './business-plan/index.ts'
import { evidenceMigrations, placesOfFiles } from './evidence/index.ts'
import { ledgerMigrations, placesOfBenefits } from './ledger/index.ts'
import { migrations } from './migrations.ts'
import { networkMigrations } from './network/index.ts'
import { oversightMigrations } from './oversight/index.ts'
import { valueHandlers } from './routes.ts'
import { stakeholderMigrations } from './stakeholders/index.ts'
import { storyMigrations } from './stories/index.ts'
import './tables.ts'

import { placesOfEntries } from './subject-store.ts'

export { accountId, balanceAsOf, checkLedger, claimMany, postAct, readPastBenefits, readPeople, readPeopleOfLate, type ClaimIntent } from './ledger/index.ts'
export { valueCoherence } from './coherence-store.ts'
export { liveStory } from './story/live-story.ts'
export { readEnabled } from './enabled-store.ts'
export { readMeasured } from './measured-store.ts'
export { valuePromises } from './promised-store.ts'
export { valueSight } from './sight-store.ts'
export { valueState } from './state.ts'
export { valueSubjects } from './subject-store.ts'

/** The value room: promised, forecast and realised benefits. */
export const valueRoom = roomServer({ room: 'value', about: 'Promised, forecast and realised benefits', routes: valueRoutes, problems: valueProblems, handlers: valueHandlers, migrations: [...migrations, ...ledgerMigrations, ...networkMigrations, ...evidenceMigrations, ...oversightMigrations, ...stakeholderMigrations, ...planMigrations, ...storyMigrations], places: { value_entry: placesOfEntries, benefit: placesOfBenefits, evidence_file: placesOfFiles } })
