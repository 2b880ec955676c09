import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { EvidenceFile, evidenceRoutes, valueProblems } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg } from '../../database/index.ts'
import type { Actor, Handlers, RequestContext } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import { attachFile } from './acts/attach-file.ts'
import { withdrawEvidence } from './acts/withdraw-file.ts'
import { findFile, listFiles, readBytes } from './store.ts'
import { digestOf } from './take-in.ts'

type Serving = { readonly actor: Actor; readonly context: RequestContext }
const unknown = (id: string): Result<never, Refusal<'not_found'>> => refuse({ code: 'not_found', values: { what: 'file of evidence', id } })

/** After an act, the file as it stands. */
async function then<R>({ actor, context }: Serving, done: Result<string, R>): Promise<Result<EvidenceFile, R | Refusal<'not_found'>>> {
  if (!done.ok) return done
  const file = await withOrg(context.db, actor, (tx) => findFile(tx, done.value), {})
  return file ? ok(file) : unknown(done.value)
}

export const evidenceHandlers: Handlers<typeof evidenceRoutes, keyof typeof valueProblems> = {
  attachToBenefit: async ({ actor, context, params, query, body }) => then({ actor, context }, await attachFile(context.db, actor, { benefitId: params.id, measureId: null }, { incoming: body, fileName: query.fileName, quota: context.evidenceBytes })),
  attachToMeasure: async ({ actor, context, params, query, body }) => then({ actor, context }, await attachFile(context.db, actor, { benefitId: null, measureId: params.id }, { incoming: body, fileName: query.fileName, quota: context.evidenceBytes })),
  listEvidence: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => listFiles(tx, query, may(actor, 'see_money')))),
  readEvidence: ({ actor, context, params }) =>
    withOrg(context.db, actor, async (tx) => {
      const file = await findFile(tx, params.id)
      if (!file || file.withdrawn) return unknown(params.id)
      if (file.benefitId !== null && !may(actor, 'see_money')) return refuse({ code: 'amounts_withheld' })
      const bytes = await readBytes(tx, file.sha256)
      invariant(digestOf(bytes) === file.sha256, `the bytes of the file ${file.id} have the digest that was recorded`)
      return ok({ bytes, contentType: file.mediaType, fileName: file.fileName })
    }),
  withdrawEvidence: async ({ actor, context, params, body }) => then({ actor, context }, await withdrawEvidence(context.db, actor, params.id, body.reason)),
}
