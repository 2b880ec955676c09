export { readStory, storyExtras, storyFiles, type StoryFiles } from './read-story.ts'
export { storyDays, type LedgerStory, type StoryAct, type StoryBenefit, type StoryDeed, type StoryMeasure, type StoryMeasurement, type StoryPeriod, type StoryPlanLine } from './story.ts'
export { isLedgerDeed, ledgerActOf, type LedgerDeed, type StoryLedgerAct } from './ledger-act.ts'
