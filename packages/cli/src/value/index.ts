export { valueCommands } from './commands.ts'
