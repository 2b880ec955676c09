export { portfolioCommands } from './commands.ts'
