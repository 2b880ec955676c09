import type { Letter } from '../../mail/index.ts'

/** A member who is sent a message by mail. */
export type Addressed = { readonly name: string; readonly email: string; readonly about: string; readonly words: string }

/** What a stakeholder is told, as a letter: a line of the message is a paragraph, and the greeting of a draft is not said twice. */
export function messageLetter({ name, email, about, words }: Addressed, { by, origin }: { readonly by: string; readonly origin: string }): Letter {
  const lines = words.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return {
    to: { name, email }, subject: about, paragraphs: lines[0] === `${name},` ? lines.slice(1) : lines, act: { words: 'Answer', address: `${origin}/governance/communication` },
    after: [`${by} tells you this. How you are told, or whether you are told anything, you say where you answer.`],
  }
}
