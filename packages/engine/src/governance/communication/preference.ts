/** How somebody is reached. */
export const channels = ['app', 'mail', 'call', 'meeting', 'report'] as const
export type Channel = (typeof channels)[number]
/** How much somebody wants to read: the point of it, its line, or everything that was recorded. */
export const details = ['brief', 'standard', 'full'] as const
export type Detail = (typeof details)[number]

/** How somebody wants to be told; who has opted out is told nothing. A language is a tag of BCP 47 such as `en` or `pt-BR`. */
export type Preferences = { readonly channel: Channel; readonly detail: Detail; readonly language: string; readonly optedOut: boolean }
/** How something was told. */
export type Manner = Omit<Preferences, 'optedOut'>
/** Why a message is not honouring a preference: which one, what it is, and what was wanted. */
export type Unhonoured = { readonly preference: keyof Manner; readonly found: string; readonly expected: string }

/** The first preference that a message does not honour. Languages are told apart by their letters, not by their case. */
export function unhonoured(wanted: Manner, told: Manner): Unhonoured | undefined {
  const differing = (['channel', 'detail', 'language'] as const).find((one) => told[one].toLowerCase() !== wanted[one].toLowerCase())
  return differing && { preference: differing, found: told[differing], expected: wanted[differing] }
}
