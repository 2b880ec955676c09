export { rankAgreement } from './agreement.ts'
export { normal95, shareDifference, wilsonInterval, type Interval, type Share } from './interval.ts'
export { meanMetric } from './mean.ts'
export { spearman, type RankCorrelation } from './correlation.ts'
