import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/** N, r and p of scrypt (RFC 7914); 128 N r bytes of memory: 128 MB for the standard cost, the first that OWASP recommends. */
export type Cost = { readonly N: number; readonly r: number; readonly p: number }
export const standardCost: Cost = { N: 2 ** 17, r: 8, p: 1 }

/** The password's hash with everything needed to check it later: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string, cost: Cost = standardCost): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether the password is the one; where there is no account, takes as long as if there were, and says no. */
export async function passwordMatches(password: string, stored: string | undefined, cost: Cost = standardCost): Promise<boolean> {
  const known = stored !== undefined && stored.startsWith('scrypt$')
  const parts = known ? partsOf(stored) : { cost, salt: Buffer.alloc(16), key: Buffer.alloc(32) }
  const found = await derive(password, parts.salt, parts.cost)
  return timingSafeEqual(found, parts.key) && known
}

/** Whether a hash costs less than one made today would: it is made anew when its password is next given. */
export function isOutdated(stored: string, standard: Cost): boolean {
  const { cost } = partsOf(stored)
  return cost.N * cost.r * cost.p < standard.N * standard.r * standard.p || cost.N * cost.r < standard.N * standard.r
}

function partsOf(stored: string): { readonly cost: Cost; readonly salt: Buffer; readonly key: Buffer } {
  const [, N, r, p, salt = '', key = ''] = stored.split('$')
  return { cost: { N: Number(N), r: Number(r), p: Number(p) }, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') }
}

/** At most two at a time: each takes a core and 128 MB. */
const places = 2
let taken = 0
const waiting: (() => void)[] = []

/** 32 bytes of a password and a salt; waits for one of the two places. */
export async function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  if (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve))
  else taken += 1
  try {
    return await scryptKey(password.normalize('NFKC'), salt, { ...cost, maxmem: 256 * cost.N * cost.r + 1_048_576 })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else taken -= 1
  }
}

const scryptKey = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => scrypt(password, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))))

/** Of the form of a password's hash, and of no password: who came by a provider has none until somebody gives one. */
export const nobodysPassword = (): string => ['locked', 131_072, 8, 1, randomBytes(16).toString('base64url'), randomBytes(32).toString('base64url')].join('$')
