import { randomInt, randomBytes } from 'node:crypto'
import { derive } from '../password.ts'

/** Letters and digits that are not mistaken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
/** How many codes a person gets at once. */
export const codesInSet = 10
/** What keeps a stolen table from being tried out: 16 MB and some 50 ms for each guess at a code of 49 bits. */
const cost = { N: 2 ** 14, r: 8, p: 1 } as const

/** A set of recovery codes: as they are shown, once, and as they are kept. */
export type RecoverySet = { readonly codes: readonly string[]; readonly salt: Buffer; readonly hashes: readonly Buffer[] }

/** Makes a set: ten codes such as `k7mf2-9xwqd`, under one salt. */
export async function newRecoverySet(): Promise<RecoverySet> {
  const codes = Array.from({ length: codesInSet }, () => `${word()}-${word()}`)
  const salt = randomBytes(16)
  return { codes, salt, hashes: await Promise.all(codes.map((code) => recoveryHash(code, salt))) }
}

/** What is kept of a code; written with or without its hyphen and in any case it is the same. */
export const recoveryHash = (code: string, salt: Buffer): Promise<Buffer> => derive(plain(code), salt, cost)

/** Whether a text can be a recovery code at all: ten letters of ours. */
export const looksLikeRecoveryCode = (text: string): boolean => plain(text).length === 10 && [...plain(text)].every((letter) => letters.includes(letter))

const plain = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
const word = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
