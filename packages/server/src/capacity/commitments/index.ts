import './tables.ts'

export { whySupplyCommitted } from './guards.ts'
export { commitmentHandlers } from './handlers.ts'
export { commitmentMigrations } from './migrations.ts'
export { holdsFunds } from './store/funds.ts'
export { initiativesStaffedBy } from './store/people.ts'
export { namesOfRequests, recordedFor } from './store/starts.ts'
