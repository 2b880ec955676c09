export { peopleCommands } from './commands.ts'
