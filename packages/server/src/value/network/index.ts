import './tables.ts'

export { benefitLinkRefusal } from './acts/edges.ts'
export { keepList } from './acts/list.ts'
export { gather, type GatheredNode } from './gather.ts'
export { networkMigrations } from './migrations.ts'
export { networkHandlers } from './routes.ts'
