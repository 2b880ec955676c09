export { rankAgreement } from './agreement.ts'
export { meanMetric } from './mean.ts'
export { spearman, type RankCorrelation } from './correlation.ts'
