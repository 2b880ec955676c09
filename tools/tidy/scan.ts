/** A source text seen two ways, both as long as the text itself so that places stay the same. */
export type Scan = {
  /** Comments are blank; strings are as written. */
  readonly code: string
  /** Comments and the contents of strings, templates and regular expressions are blank. */
  readonly bare: string
}

type Mode = 'code' | 'line' | 'block' | 'single' | 'double' | 'template' | 'regex'

/**
 * Separates TypeScript code from comments and literals without a parser.
 * Text between JSX tags is read as code; an apostrophe there ends with its line.
 */
export function scan(text: string): Scan {
  const [code, bare] = [text.split(''), text.split('')]
  const blank = (characters: string[], at: number): void => {
    if (text[at] !== '\n') characters[at] = ' '
  }
  const braces: number[] = []
  let [mode, depth, inClass]: [Mode, number, boolean] = ['code', 0, false]
  for (let at = 0; at < text.length; at++) {
    const [here, next] = [text[at] ?? '', text[at + 1]]
    if (mode === 'code') {
      if (here === '{') depth += 1
      if (here === '}' && braces.at(-1) === depth) {
        braces.pop()
        mode = 'template'
      } else if (here === '}') depth -= 1
      else mode = opening(text, at)
      if (mode === 'line' || mode === 'block') [code, bare].forEach((view) => blank(view, at))
      continue
    }
    if (mode === 'line' || mode === 'block') {
      ;[code, bare].forEach((view) => blank(view, at))
      if (mode === 'line' && here === '\n') mode = 'code'
      if (mode === 'block' && here === '/' && text[at - 1] === '*' && text[at - 2] !== '/') mode = 'code'
      continue
    }
    if (here === '\\') {
      blank(bare, at)
      blank(bare, ++at)
      continue
    }
    if (mode === 'template' && here === '$' && next === '{') {
      braces.push(depth)
      mode = 'code'
      at += 1
      continue
    }
    if (mode === 'regex' && (here === '[' || here === ']')) inClass = here === '['
    if (closes(mode, here, inClass)) mode = 'code'
    else blank(bare, at)
  }
  return { code: code.join(''), bare: bare.join('') }
}

/** What begins at this place of code. */
function opening(text: string, at: number): Mode {
  switch (text[at]) {
    case "'":
      return 'single'
    case '"':
      return 'double'
    case '`':
      return 'template'
    case '/':
      if (text[at + 1] === '/') return 'line'
      if (text[at + 1] === '*') return 'block'
      return /(^|[(,=:[!&|?{;+]|=>|\b(return|typeof|case|in|of))\s*$/.test(text.slice(Math.max(0, at - 40), at)) ? 'regex' : 'code'
    default:
      return 'code'
  }
}

function closes(mode: Mode, here: string, inClass: boolean): boolean {
  if (mode !== 'template' && here === '\n') return true
  return (mode === 'single' && here === "'") || (mode === 'double' && here === '"') || (mode === 'template' && here === '`') || (mode === 'regex' && here === '/' && !inClass)
}

/** The line of a place in a text, counted from one. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
