import { Card, Chip, Figure, FigureStrip, ProgressBar, SourceBadge, StatusMark, Table, WhyFigure, toneOrder } from '../ui/index.ts'
import type { Tone } from '../ui/index.ts'
import { RatingStrip, StackedBar, StackLegend } from '../ui/charts/index.ts'
import { sampleWhy, unknownWhy } from './sample-explanation.ts'

const words: Readonly<Record<Tone, string>> = { good: 'On track', warn: 'At risk', bad: 'Off track', done: 'Complete', none: 'No report' }
const themes = [
  { name: 'Grow recurring revenue', count: 1713, parts: [120, 240, 600, 80, 30] },
  { name: 'Cut cost to serve', count: 1682, parts: [90, 310, 560, 60, 12] },
  { name: 'Net-zero operations', count: 1679, parts: [60, 180, 640, 0, 44] },
]
const partsOf = (counts: readonly number[]) => toneOrder.map((tone, index) => ({ tone, label: words[tone], value: counts[index] ?? 0 }))

export const DisplayShelf = () => (
  <div className="grid gap-4">
    <FigureStrip label="Headline figures">
      <Figure label="Benefits forecast, 5 years" value="412" unit="M€" why={sampleWhy} comparison={{ words: '38 M€ below the business case', direction: 'down', tone: 'bad' }} trend={[440, 436, 430, 420, 412]} />
      <Figure label="Benefits realised to date" value="125" unit="M€" comparison={{ words: '9 M€ more than last quarter', direction: 'up', tone: 'good' }} trend={[80, 90, 104, 116, 125]} />
      <Figure label="Change spend, year to date" value="86.4" unit="M€" comparison={{ words: '94% of plan', direction: 'level' }} badge={<SourceBadge kind="derived" />} />
      <Figure label="Value attained" value={null} absent="Nothing has been measured yet" why={unknownWhy} />
    </FigureStrip>
    <div className="grid gap-4 md:grid-cols-2">
      <Card title="Health by strategic theme" note="Share of budget" flush>
        <Table
          caption="Health by strategic theme"
          rows={themes}
          rowKey={(row) => row.name}
          columns={[
            { key: 'name', label: 'Theme', cell: (row) => row.name, foot: 'All' },
            { key: 'count', label: 'Initiatives', numeric: true, cell: (row) => row.count, foot: '5,074' },
            { key: 'health', label: 'Health', cell: (row) => <StackedBar label={row.name} parts={partsOf(row.parts)} format={(value) => `${value} M€`} /> },
          ]}
        />
        <div className="px-4 py-2">
          <StackLegend parts={partsOf([1, 1, 1, 1, 1])} />
        </div>
      </Card>
      <Card title="Marks, chips and badges">
        <div className="grid gap-3">
          <div className="flex flex-wrap gap-2">{toneOrder.map((tone) => <StatusMark key={tone} tone={tone} word={words[tone]} />)}</div>
          <div className="flex flex-wrap gap-4">{toneOrder.map((tone) => <StatusMark key={tone} tone={tone} word={words[tone]} quiet />)}</div>
          <div className="flex flex-wrap gap-2">
            <Chip tone="done" onRemove={() => {}} removeLabel="Remove the filter on stage">Stage: Define</Chip>
            <SourceBadge kind="published" /> <SourceBadge kind="entered" /> <SourceBadge kind="derived" />
          </div>
          <RatingStrip label="Delivery confidence over time" ratings={[{ period: '2022', tone: 'good', word: 'Green' }, { period: '2023', tone: 'warn', word: 'Amber' }, { period: '2024', tone: 'bad', word: 'Red' }, { period: '2025', tone: 'none', word: 'Exempt', letter: 'E' }, { period: '2026', tone: 'warn', word: 'Amber', derived: true }]} />
          <p>
            The forecast is <WhyFigure why={sampleWhy} />, and the attainment is <WhyFigure why={unknownWhy}>unknown</WhyFigure>.
          </p>
          <ProgressBar label="Reading 1,203 rows" done={0.42} onCancel={() => {}} />
          <ProgressBar label="Asking the server" done={null} />
        </div>
      </Card>
    </div>
  </div>
)
