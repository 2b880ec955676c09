export { EditContribution, type EditContributionProps } from './pages/strategy/dialogs/EditContribution.tsx'
export { SmartLetters } from './parts/SmartLetters.tsx'
export { useStrategyActs } from './use-acts.ts'
