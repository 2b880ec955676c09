import { governanceRoutes } from '@throughline/contract/governance'
import { type Command, countOf, UsageError, wordAt } from '../terminal/command.ts'
import { tableLines } from '../terminal/print.ts'
import { academyCommands } from './academy.ts'
import { charterCommands } from './charters.ts'
import { complianceCommands } from './compliance.ts'
import { conformanceCommands } from './conformance.ts'
import { discussionCommands } from './discussion.ts'
import { erase } from './erasure.ts'
import { verify } from './evidence.ts'
import { healthCheckCommands } from './health-checks.ts'
import { qualityCommands } from './quality.ts'
import { frameworkCommands } from './frameworks.ts'
import { riskAssuranceCommands } from './risk-assurance.ts'
import { methodLibraryCommands } from './method-library.ts'
import { seals } from './seals.ts'
import { communicationCommands } from './communication.ts'
import { serviceCommands } from './services.ts'
import { pmoObjectiveCommands } from './pmo-objectives.ts'
import { unitOfferCommands } from './unit-offers.ts'

const history: Command = {
  name: 'history',
  summary: 'Who changed what, when and why, newest first',
  options: { first: { about: 'How many; 50 unless said', takes: 'number' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.listRevisions, { query: { limit: countOf(typed, 'first') ?? 50 } })
    print.answer(found, () =>
      tableLines(found, [
        { head: 'At', of: ({ at }) => at.slice(0, 19).replace('T', ' ') },
        { head: 'By', of: ({ by }) => by },
        { head: 'Act', of: ({ act }) => act },
        { head: 'What', of: ({ kind }) => kind },
        { head: 'Changes', of: ({ changes }) => changes.map(({ field, before, after }) => `${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`).join('; '), widest: 100 },
        { head: 'Why', of: ({ why }) => why ?? '' },
      ]),
    )
  },
}

const archive: Command = {
  name: 'archive',
  usage: 'save <file.zip> | restore <file.zip>',
  summary: 'Save everything the organisation has as one open archive, or restore one into an empty organisation',
  run: async (typed, { call, print, readFile, writeFile }) => {
    const what = wordAt(typed, 0, 'save or restore')
    const path = wordAt(typed, 1, 'file')
    if (what === 'save') {
      const bytes = await call(governanceRoutes.saveArchive, {})
      await writeFile(path, bytes)
      print.answer({ path, bytes: bytes.length }, () => [`Wrote ${path} (${bytes.length} bytes).`])
    } else if (what === 'restore') {
      const restored = await call(governanceRoutes.restoreArchive, { body: await readFile(path) })
      print.answer(restored, () => [`Restored ${restored.organisation} as it was saved at ${restored.savedAt}: ${restored.rows} rows of ${restored.tables} tables.`, ...(restored.people > 0 ? [`${restored.people} people cannot sign in until an owner gives them access.`] : [])])
    } else throw new UsageError(`Found ${what}; expected save or restore.`)
  },
}

export const governanceCommands: readonly Command[] = [archive, history, verify, seals, erase, ...serviceCommands, ...communicationCommands, ...complianceCommands, ...charterCommands, ...unitOfferCommands, ...pmoObjectiveCommands, ...healthCheckCommands, ...discussionCommands, ...frameworkCommands, ...conformanceCommands, ...riskAssuranceCommands, ...academyCommands, ...qualityCommands, ...methodLibraryCommands]
