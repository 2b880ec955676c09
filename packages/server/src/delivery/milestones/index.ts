export { deliveryCoherence } from './coherence.ts'
import './tables.ts'

export { milestoneHandlers } from './handlers.ts'
export { milestoneMigrations } from './migrations.ts'
