export { demandCommands } from './commands.ts'
export { findAmong, findInitiative, listInitiatives, readOrganisation } from './find.ts'
export { ratingText } from './rows.ts'
