import type { Report } from '@throughline/contract/demand'
import { ratingLooks, RatingMark, scaleWords, useFormat } from '../../../../format/index.ts'
import { RatingStrip } from '../../../../ui/charts/RatingStrip.tsx'
import { Card } from '../../../../ui/display/Card.tsx'

/** Delivery confidence at every publication. Where the scale changes the strip breaks: nothing is converted. */
export function Ratings({ reports }: { readonly reports: readonly Report[] }) {
  const format = useFormat()
  const runs = runsOf(reports)
  const both = reports.filter(({ rating, sponsorRating }) => rating && sponsorRating && rating.level !== sponsorRating.level)
  return (
    <Card title="Delivery confidence" note={`At ${format.count(reports.length, 'publication', 'publications')}, as published`}>
      {reports.length === 0 && <p className="quiet">No publication lists it.</p>}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {runs.map((run) => (
          <figure key={run.key} className="grid gap-1">
            <figcaption className="quiet text-label">{run.scale ? scaleWords[run.scale] : 'No rating given'}</figcaption>
            <RatingStrip label={`Delivery confidence, ${run.scale ? scaleWords[run.scale] : 'not rated'}`} ratings={run.reports.map((report) => stripOf(report, format.month(report.asOf)))} />
          </figure>
        ))}
      </div>
      {runs.filter(({ scale }) => scale).length > 1 && <p className="quiet mt-3">The scale changed. A rating of one scale has no counterpart on the other and is not converted.</p>}
      {both.map(({ id, asOf, rating, sponsorRating }) => (
        <p key={id} className="mt-2 flex flex-wrap items-center gap-2 text-ink-2">
          {format.month(asOf)}: independent <RatingMark rating={rating} /> sponsor <RatingMark rating={sponsorRating} />
        </p>
      ))}
    </Card>
  )
}

type Run = { readonly key: string; readonly scale: 'five_point' | 'three_point' | undefined; readonly reports: readonly Report[] }

/** Publications in order, parted where the scale changes; one without a rating stays with its neighbours. */
export function runsOf(reports: readonly Report[]): readonly Run[] {
  const runs: { key: string; scale: Run['scale']; reports: Report[] }[] = []
  for (const report of [...reports].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))) {
    const last = runs.at(-1)
    const scale = report.rating?.scale
    if (last && (scale === undefined || last.scale === undefined || last.scale === scale)) {
      last.reports.push(report)
      last.scale ??= scale
    } else runs.push({ key: report.id, scale, reports: [report] })
  }
  return runs
}

function stripOf({ rating, ratingAsPublished }: Report, period: string) {
  const looks = ratingLooks[rating?.level ?? 'none']
  return { period, tone: looks.tone, word: rating ? looks.words : ratingAsPublished || looks.words, letter: looks.letters }
}
