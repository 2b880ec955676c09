import { keyInFolder, type AccountConfig } from '../config/index.ts'
import { openMail } from '../mail/index.ts'
import { sealWith } from './factors/seal.ts'
import { rangeCheck } from './passwords/range.ts'
import { plainServices, type AccountServices } from './services.ts'

export type ServicesOptions = {
  readonly config?: AccountConfig
  /** Where a key may be kept if none is given: beside the built-in database, for it is one machine's; for a shared one there is no such place. */
  readonly keyFolder?: string
  readonly onFailure: (what: string, error: unknown) => void
}

/** Opens what accounts need of the world outside, as it is configured; throws a `StartProblem` where that cannot be. */
export async function openAccountServices({ config = {}, keyFolder, onFailure }: ServicesOptions): Promise<AccountServices & { close(): Promise<void> }> {
  const { publicUrl, mail: mailConfig, secretKey, breachedPasswordsUrl } = config
  const mail = mailConfig && (await openMail({ ...mailConfig, onFailure: (error) => onFailure('mail', error) }))
  return {
    cost: plainServices.cost,
    seal: sealWith(secretKey ?? (keyFolder === undefined ? undefined : keyInFolder(keyFolder))),
    breached: breachedPasswordsUrl === undefined ? plainServices.breached : rangeCheck(breachedPasswordsUrl, (reason) => onFailure('stolen passwords', reason)),
    ...(mail ? { mail } : {}),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    close: async () => mail?.close(),
  }
}
