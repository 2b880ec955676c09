export { drawPortfolio, type Drawn } from './portfolio-store.ts'
