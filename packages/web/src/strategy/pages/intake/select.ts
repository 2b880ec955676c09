import type { Span } from '@throughline/engine/strategy'

/** Characters of a box's text that are selected in it, without white space at either end; undefined where none are. The box holds the text and nothing else. */
export function selectedIn(box: HTMLElement, text: string): Span | undefined {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (range.collapsed || !box.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined
  return trimmed(text, { from: charactersBefore(box, range.startContainer, range.startOffset), to: charactersBefore(box, range.endContainer, range.endOffset) })
}

/** A span without white space at either end; undefined where nothing else is in it. */
export function trimmed(text: string, { from, to }: Span): Span | undefined {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return words.trim() === '' ? undefined : { from: start, to: start + words.trim().length }
}

function charactersBefore(box: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(box)
  before.setEnd(node, offset)
  return before.toString().length
}
