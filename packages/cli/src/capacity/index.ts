export { capacityCommands } from './commands.ts'
