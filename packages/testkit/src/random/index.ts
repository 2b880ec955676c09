export { drawPortfolio, type Drawn } from './portfolio-store.ts'
export { drawnActs } from './acts.ts'
export type { DrawnAct } from './acts/kinds.ts'
