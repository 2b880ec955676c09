export { readKept, type Column, type Kept } from './catalogue.ts'
export { clearViews, keepHistory } from './keep.ts'
export { historyOf, type HistoryRule } from './rule.ts'
export { asOfSchema } from './view.ts'
