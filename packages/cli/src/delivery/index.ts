export { deliveryCommands, findTaskOf } from './commands.ts'
