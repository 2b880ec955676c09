import pg from 'pg'
import { clientConfig, type Login } from '../../packages/server/src/database/connect.ts'

/** What a statement of an import is for. The first that fits its text. */
const phases: readonly (readonly [RegExp, string])[] = [
  [/insert into "?import_chunk|from "?import_chunk/i, 'the file is kept'],
  [/insert into import_piece/i, 'rows are kept as read'],
  [/insert into "?import_plan|from import_plan|delete from "?import_/i, 'the plan is kept'],
  [/insert into import_change|from "?import_change/i, 'the way back is kept'],
  [/insert into "?report/i, 'reports are added'],
  [/update "?(report|publication)"?/i, 'publications change places'],
  [/insert into "?initiative"?/i, 'initiatives are added'],
  [/update "?initiative"?/i, 'initiatives change'],
  [/insert into "?revision"?/i, 'revisions are written'],
  [/from "?import_piece/i, 'rows are read again'],
  [/"?(report|initiative|publication|custom_value|initiative_past)"?/i, 'what is known is read'],
]
const phaseOf = (query: string): string => phases.find(([text]) => text.test(query))?.[1] ?? 'other statements'

/** So often that shares are right to a hundredth, so seldom that the looking itself takes no time that counts. */
const everyMs = 100

export type Share = { readonly phase: string; readonly share: number }

/**
 * Looks now and then at what the transaction that has run longest is doing: one of its statements, or nothing while the server
 * works on what it read. `stop` gives the share of each that took more than a hundredth.
 */
export async function watchPhases(owner: Login): Promise<{ stop(): Promise<readonly Share[]> }> {
  const client = new pg.Client(clientConfig(owner, { applicationName: 'bench' }))
  // The server ends its database while this connection may still be open, where a step has failed.
  client.on('error', () => undefined)
  await client.connect()
  const counts = new Map<string, number>()
  let going = true
  const watching = (async () => {
    while (going) {
      const { rows } = await client.query<{ state: string; query: string }>(
        `select state, query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and backend_type = 'client backend' order by xact_start limit 1`,
      )
      const [longest] = rows
      const phase = longest === undefined ? 'no transaction' : longest.state === 'active' ? phaseOf(longest.query) : 'the server computes'
      counts.set(phase, (counts.get(phase) ?? 0) + 1)
      await new Promise((resume) => setTimeout(resume, everyMs))
    }
  })()
  return {
    stop: async () => {
      going = false
      await watching
      await client.end()
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
      return [...counts].map(([phase, count]) => ({ phase, share: count / all })).filter(({ share }) => share >= 0.01).sort((a, b) => b.share - a.share)
    },
  }
}
