export * from './changes.ts'
export * from './moment.ts'
export { movedBetween, type Effect, type Move, type Moved } from './moves.ts'
