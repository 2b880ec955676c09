import { attributeOf, scanXml } from '../xml/index.ts'
import type { DateSystem } from './dates.ts'

/** A sheet that the workbook lists, and the part that its relationship names. */
export type ListedSheet = { readonly name: string; readonly hidden: boolean; readonly relationship: string }

/** The sheets of a workbook in their order, and the day it counts from (ECMA-376, 18.2). */
export function readWorkbook(pieces: Iterable<Uint8Array>): { readonly sheets: readonly ListedSheet[]; readonly dates: DateSystem } {
  const sheets: ListedSheet[] = []
  let dates: DateSystem = 1900
  scanXml(pieces, {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')) dates = 1904
      if (name !== 'sheet') return
      const title = (attributeOf(attributes, 'name') ?? `Sheet ${sheets.length + 1}`).replaceAll('\0', '').toWellFormed()
      sheets.push({ name: title, hidden: /^(veryH|h)idden$/.test(attributeOf(attributes, 'state') ?? ''), relationship: attributeOf(attributes, 'id') ?? '' })
    },
  })
  return { sheets, dates }
}

/** A relationship within the container; those that point outside it are left out. */
export type Relationship = { readonly id: string; readonly type: string; readonly path: string }

/** The relationships of a part in `folder` (ECMA-376 part 2, 9.3). External ones are not even looked at. */
export function readRelationships(pieces: Iterable<Uint8Array>, folder: string): readonly Relationship[] {
  const found: Relationship[] = []
  scanXml(pieces, {
    open(name, attributes) {
      if (name !== 'Relationship' || /^external$/i.test(attributeOf(attributes, 'TargetMode') ?? '')) return
      const type = attributeOf(attributes, 'Type') ?? ''
      found.push({ id: attributeOf(attributes, 'Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), path: resolved(folder, attributeOf(attributes, 'Target') ?? '') })
    },
  })
  return found
}

/** A target as a path inside the container: '../x' cannot leave it. */
function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
