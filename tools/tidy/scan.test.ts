import { describe, expect, it } from 'vitest'
import { lineAt, scan } from './scan.ts'

const code = (text: string): string => scan(text).code.replace(/\s+/g, ' ').trim()
const bare = (text: string): string => scan(text).bare.replace(/\s+/g, ' ').trim()

describe('scanning a source', () => {
  it('blanks comments and keeps the places', () => {
    const text = 'const a = 1 // one\n/* two\nthree */ const b = 2'
    expect(code(text)).toBe('const a = 1 const b = 2')
    expect(scan(text).code.length).toBe(text.length)
    expect(scan(text).code.split('\n').length).toBe(3)
  })

  it('keeps strings as code and blanks them when bare', () => {
    expect(code("import x from './a.ts' // why")).toBe("import x from './a.ts'")
    expect(bare("say('// not a comment')")).toBe("say(' ')")
    expect(code("say('// not a comment')")).toBe("say('// not a comment')")
    expect(bare('say("it\\"s") + 1')).toBe('say(" ") + 1')
  })

  it('reads what stands inside a template', () => {
    expect(bare('`a ${Date.now() + `b ${1}`} c` + 2')).toBe('` ${Date.now() + ` ${1}`} ` + 2')
    expect(bare('`${ { a: 1 }.a } text` ; x')).toBe('`${ { a: 1 }.a } ` ; x')
  })

  it('tells a regular expression from a division', () => {
    expect(bare('const r = /[/"]x/.test(a)')).toBe('const r = / /.test(a)')
    expect(bare('const half = (a + b) / 2 // "')).toBe('const half = (a + b) / 2')
    expect(bare("list.filter((x) => /it's/.test(x))")).toBe('list.filter((x) => / /.test(x))')
  })

  it('is not led astray by JSX', () => {
    expect(bare("<p>don't</p>\nDate.now()")).toContain('Date.now()')
    expect(bare('<b />\nconst a = 1')).toContain('const a = 1')
    expect(bare('<a></a>\nconst a = 1')).toContain('const a = 1')
  })

  it('ends a block comment only where it ends', () => {
    expect(code('/*/ a */ b')).toBe('b')
    expect(code('/** a */ b /**/ c')).toBe('b c')
  })

  it('counts lines from one', () => {
    expect(lineAt('a\nb\nc', 0)).toBe(1)
    expect(lineAt('a\nb\nc', 4)).toBe(3)
  })
})
