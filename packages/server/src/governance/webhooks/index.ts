import './tables.ts'

export { deliverDue, startDeliverer, type Deliverer } from './deliver.ts'
export { webhookHandlers } from './handlers.ts'
export { webhookMigrations } from './migrations.ts'
export { pruneDeliveries } from './store.ts'
