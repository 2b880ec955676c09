import type { NewMethodItem } from '@throughline/contract/governance'

const trimmed = (all: readonly string[]): string[] => all.map((one) => one.trim())

/** What an item says, in the order in which it is told, without blanks around it and nothing said twice. */
export const textOf = ({ name, kind, whenToUse, whenNot, guidance, examples, templates, themes, elements, serviceIds }: NewMethodItem): NewMethodItem => ({
  name: name.trim(), kind, whenToUse: whenToUse.trim(), whenNot: whenNot.trim(), guidance: guidance.trim(), examples: trimmed(examples), templates: templates.map(({ name: called, link, text }) => ({ name: called.trim(), link, text: text.trim() })),
  themes: [...new Map(trimmed(themes).map((one) => [one.toLowerCase(), one])).values()], elements: [...new Map(elements.map(({ frameworkId, key }) => [`${frameworkId} ${key}`, { frameworkId, key }])).values()], serviceIds: [...new Set(serviceIds)],
})

/** Names are told apart by their letters, not by their case. */
export const alike = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()
