export { strategyCommands } from './commands.ts'
export { findObjective, readStrategy } from './find.ts'
