import { takesMoment, type Route } from '@throughline/contract/wire'
import { rooms } from '../../rooms.ts'

/** Reads that show the present whatever moment is asked for, each with the reason. */
const timeless: readonly (readonly [RegExp, string])[] = [
  [/^people\.(readSession|listSessions|listTokens)$/, 'who is signed in, and with what'],
  [/^governance\.(readJob|listNotifications|countUnread|readChoices|findPeople|listComments|countComments|readActivity|saveArchive)/, 'work, talk and what a person is told'],
  [/^governance\.(readEvidenceHead|listSeals|readSealed)$/, 'what is proved of everything until now'],
  [/^governance\.(listWebhooks|listDeliveries)$/, 'where messages go, and whether they came'],
  [/^governance\.(readAcademy|readLearningRecord|readSkillSheet|readSessionSheet|readCheck|readCommunity)$/, 'what is kept of people’s learning: what somebody is erased of is to stay gone'],
  [/^value\.readEvidence$/, 'a file, whose bytes are the same at every moment'],
  [/^demand\.(.*Import.*|listViews|listExamples)$/, 'work on files, and how somebody looks at lists'],
]

/** Every read of every room that shows an organisation as it was at a moment. */
export const datedReads: readonly { readonly name: string; readonly route: Route }[] = rooms
  .flatMap(({ room, routes }) => Object.entries(routes).map(([name, route]) => ({ name: `${room}.${name}`, route: route as Route })))
  .filter(({ name, route }) => takesMoment(route) && !timeless.some(([names]) => names.test(name)))
