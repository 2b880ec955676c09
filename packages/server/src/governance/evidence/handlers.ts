import type { evidenceRoutes, governanceProblems } from '@throughline/contract/governance'
import { ok } from '@throughline/engine/kernel'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { readHead, startCheck } from './verify.ts'

export const evidenceHandlers: Handlers<typeof evidenceRoutes, keyof typeof governanceProblems> = {
  readEvidenceHead: async ({ actor, context }) => ok(await withOrg(context.db, actor, readHead, {})),
  verifyEvidence: ({ actor, body, context }) => startCheck(context.db, actor, body),
}
