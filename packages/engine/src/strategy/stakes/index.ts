export { stakesOf, type GoalStake, type HolderStake, type OwnerStake, type StakeFacts, type StakeGoal, type StakeHolder, type StakeInitiative } from './exposure.ts'
