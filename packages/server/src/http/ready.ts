/** Replies that are JSON already, by the object that stands for them. */
const texts = new WeakMap<object, string>()

/** A reply whose JSON is known as text and is sent as it is; `T` is what it would be read as. */
export function readyJson<T>(text: string): T {
  const reply = {}
  texts.set(reply, text)
  return reply as T
}

/** The JSON of a reply that was made by `readyJson`. */
export const readyText = (reply: unknown): string | undefined => (typeof reply === 'object' && reply !== null ? texts.get(reply) : undefined)
