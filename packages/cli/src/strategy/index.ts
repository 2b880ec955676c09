export { strategyCommands } from './commands.ts'
