export { drawPortfolio, type Drawn } from './portfolio-store.ts'
export { drawnActs, type DrawnAct } from './acts.ts'
