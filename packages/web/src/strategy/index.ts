export { EditContribution, type EditContributionProps } from './pages/strategy/dialogs/EditContribution.tsx'
export { useStrategyActs } from './use-acts.ts'
