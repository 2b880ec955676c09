import type { Letter } from './letter.ts'
import { mailBy, type Mail } from './mail.ts'

/** Mail that goes nowhere: an outbox to look into, for trying things out and for tests. */
export type Outbox = Mail & { readonly letters: readonly Letter[]; /** Takes out what lies there for an address. */ takeFor(email: string): readonly Letter[] }

export function memoryOutbox(): Outbox {
  const letters: Letter[] = []
  const mail = mailBy({
    carry: async (letter) => void letters.push(letter),
    onFailure: (error) => {
      throw error
    },
  })
  return {
    ...mail,
    letters,
    takeFor: (email) => {
      const found = letters.filter(({ to }) => to.email === email)
      letters.splice(0, letters.length, ...letters.filter(({ to }) => to.email !== email))
      return found
    },
  }
}
