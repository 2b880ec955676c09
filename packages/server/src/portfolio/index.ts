import { portfolioProblems, portfolioRoutes } from '@throughline/contract/portfolio'
import { roomServer } from '../http/index.ts'
import { migrations } from './migrations.ts'
import { thread } from './proof.ts'
import { roadmapThread } from './roadmap/index.ts'
import { portfolioHandlers } from './routes.ts'
import { ranksThread, roadmapOfVersionThread } from './recalibration/index.ts'
import { saveJob } from './scenarios/index.ts'
import './scenarios/tables.ts'

export { readOutlays } from './outlays.ts'
export { recordOfPlan } from './recalibration/index.ts'
export { portfolioState } from './allocation/state.ts'
export { planSource } from './scenarios/index.ts'
export { portfolioSubjects } from './subject-store.ts'

/** The portfolio room: cockpit, selection and scenarios. Selections compute in a thread of their own, so that the server keeps answering. */
export const portfolioRoom = roomServer({
  room: 'portfolio',
  about: 'Cockpit, selection and scenarios',
  routes: portfolioRoutes,
  problems: portfolioProblems,
  handlers: portfolioHandlers,
  migrations,
  jobs: [
    { kind: 'portfolio.select', thread },
    { kind: 'portfolio.frontier', thread },
    { kind: 'portfolio.pins', thread },
    { kind: 'portfolio.roadmap', thread: roadmapThread },
    { kind: 'portfolio.recalibrate-roadmap', thread: roadmapOfVersionThread },
    { kind: 'portfolio.rank-acceptability', thread: ranksThread },
    saveJob,
  ],
})
