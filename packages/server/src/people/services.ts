import type { Mail } from '../mail/index.ts'
import { sealWith, type Seal } from './factors/seal.ts'
import { standardCost, type Cost } from './password.ts'
import type { BreachCheck } from './passwords/strength.ts'

/** What accounts need of the world outside: post, a key, and word of stolen passwords. */
export type AccountServices = {
  /** Without it links are shown once to who gives access. */
  readonly mail?: Mail
  readonly seal: Seal
  readonly breached: BreachCheck
  /** What the hash of a password costs, to us and to whoever steals it. */
  readonly cost: Cost
  /** The address under which people reach the server: links begin with it, and passkeys are bound to its host. */
  readonly publicUrl?: string
}

/** Nothing of the world outside: no mail, no key, and the list of known passwords that comes with the server. */
export const plainServices: AccountServices = { seal: sealWith(undefined), breached: async () => false, cost: standardCost }
