export { governanceCommands } from './commands.ts'
