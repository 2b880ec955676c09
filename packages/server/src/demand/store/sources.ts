import type { FieldSource, InitiativeFacts, SourcedField } from '@throughline/engine/demand'

type Sources = InitiativeFacts['sources']
type Published = Extract<FieldSource, { readonly kind: 'published' }>
/** What the fields of one report have in common. */
type OfReport = Pick<Published, 'reportId' | 'publication' | 'asOf'>
/** A field that a report gives, by the place of the report in `reports`. */
type Given = Pick<Published, 'cell' | 'asPublished'> & { readonly report: number }
/** Sources as they are stored. Those of earlier versions, and those of fields that people entered, are whole. */
type Stored = { readonly reports?: readonly OfReport[] } & Readonly<Partial<Record<SourcedField, FieldSource | Given>>>

/** The sources of the fields as they were written. */
export function sourcesOf(stored: unknown): Sources {
  const { reports, ...fields } = (stored ?? {}) as Stored
  if (!reports) return fields as Sources
  return Object.fromEntries(Object.entries(fields).map(([field, source]) => [field, 'report' in source ? published(source, reports[source.report]) : source]))
}

const published = ({ cell, asPublished }: Given, report: OfReport | undefined): Partial<Published> => ({ kind: 'published', ...report, cell, asPublished })

/** Sources as they are to be stored: what fields share stands once. A dozen fields of one report are half of an initiative otherwise. */
export function storedSources(sources: Sources): object {
  const reports = new Map<string, OfReport>()
  for (const source of Object.values(sources)) if (source.kind === 'published') reports.set(source.reportId, { reportId: source.reportId, publication: source.publication, asOf: source.asOf })
  if (reports.size === 0) return sources
  const ids = [...reports.keys()].toSorted()
  const fields = Object.entries(sources).map(([field, source]) => [field, source.kind === 'published' ? ({ report: ids.indexOf(source.reportId), cell: source.cell, asPublished: source.asPublished } satisfies Given) : source] as const)
  return { ...Object.fromEntries(fields), reports: ids.map((id) => reports.get(id)) }
}
