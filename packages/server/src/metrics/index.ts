export { serveMetrics } from './metrics.ts'
export { metricsMigrations } from './migrations.ts'
