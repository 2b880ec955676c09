import type { AcademySkill, SkillAssessment, SkillSheet } from '@throughline/contract/governance'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { academyWords as words } from '../words.ts'

type SkillsProps = { readonly skills: readonly AcademySkill[]; readonly undescribed: readonly string[]; readonly lead: boolean; onOpen(skill: AcademySkill): void; onDescribe(name: string): void }

/** Skills with how many people stand at each level; and those that pools ask for and that nobody has described. */
export function Skills({ skills, undescribed, lead, onOpen, onDescribe }: SkillsProps) {
  const format = useFormat()
  const levels = [0, 1, 2, 3, 4, 5, null] as const
  return (
    <>
      {skills.length > 0 && <Card title="Skills" note={`People at each level. ${words.few}`} flush>
        <Table<AcademySkill>
          caption="Skills with people at each level" rows={skills} rowKey={({ id }) => id} maxHeight={600}
          columns={[
            { key: 'skill', label: 'Skill', cell: (one) => <span className="block min-w-44 py-1"><Button kind="link" onClick={() => onOpen(one)}>{one.name}</Button>{one.retired ? <span className="quiet block">retired</span> : <span className="quiet block">{one.pools.length === 0 ? 'no pool asks for it' : <a href="/capacity">{one.pools.map(({ name }) => name).join(', ')}</a>}</span>}</span> },
            { key: 'assessed', label: 'Assessed', numeric: true, cell: ({ assessed }) => <WhyFigure why={explanationFromWire(assessed.why)}>{metricCell(assessed.metric, (share) => format.percent(share, 0))}</WhyFigure> },
            ...levels.map((level) => ({ key: String(level), label: level === null ? 'Unknown' : `Level ${level}`, numeric: true, cell: ({ profile }: AcademySkill) => { const found = profile.find((one) => one.level === level)?.people; return found ? <span className="whitespace-nowrap">{metricCell(found, (count) => format.number(count, 0))}</span> : null } })),
          ]}
        />
      </Card>}
      {undescribed.length > 0 && <Card title="Asked for, not described" note="Pools of people name these skills; nobody has said what their levels mean">
        <ul className="flex flex-wrap gap-2">{undescribed.map((name) => <li key={name}>{lead ? <Button aria-label={`Describe ${name}`} onClick={() => onDescribe(name)}>{name}</Button> : <span className="chip">{name}</span>}</li>)}</ul>
      </Card>}
    </>
  )
}

type SheetProps = { readonly skill: AcademySkill; readonly sheet: Reading<SkillSheet> | undefined; onClose(): void; onAct(act: 'change' | 'retire' | 'assess'): void; onWithdraw(assessment: SkillAssessment): void }

/** What the levels of a skill mean; and, for its assessors and the lead, who stands where. */
export function SkillDrawer({ skill, sheet, onClose, onAct, onWithdraw }: SheetProps) {
  const foot = <>
    {skill.may.change && <Button onClick={() => onAct('retire')}>Retire</Button>}
    {skill.may.change && <Button onClick={() => onAct('change')}>Change</Button>}
    {skill.may.assess && <Button kind="primary" onClick={() => onAct('assess')}>Assess somebody</Button>}
  </>
  return (
    <Drawer open title={skill.name} onClose={onClose} foot={foot}>
      <div className="grid gap-5">
        {skill.retired && <p><StatusMark tone="none" word="Retired" /> <span className="quiet">{skill.retired.by}: {skill.retired.words}</span></p>}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">{skill.anchors.map((anchor, level) => <div key={level} className="contents"><dt>Level {level}</dt><dd className="max-w-[70ch]">{anchor}</dd></div>)}</dl>
        <p>Assessed by {skill.assessors.length === 0 ? 'whoever may plan capacity' : `${skill.assessors.map(({ name }) => name).join(', ')}, and whoever may plan capacity`}; nobody assesses themselves.</p>
        {sheet && <Shown reading={sheet} what="levels" lines={4}>{(value) => <Levels sheet={value} onWithdraw={onWithdraw} />}</Shown>}
      </div>
    </Drawer>
  )
}

function Levels({ sheet: { levels, unknown, assessments, omitted }, onWithdraw }: { readonly sheet: SkillSheet; onWithdraw(assessment: SkillAssessment): void }) {
  const format = useFormat()
  return (
    <>
      <section aria-label="Levels" className="border-t border-border pt-3">
        <h3 className="mb-2">Levels</h3>
        <p className="mb-2">{format.count(unknown, 'member is', 'members are')} not assessed: unknown, not level 0.</p>
        {levels.length > 0 && <ul className="grid gap-1">{levels.map(({ person, level, anchor, on }) => <li key={person.id}>{person.name}: level {level}, {anchor} <span className="quiet">{format.date(on)}</span></li>)}</ul>}
      </section>
      <section aria-label="Assessments" className="border-t border-border pt-3">
        <h3 className="mb-2">Assessments</h3>
        {assessments.length === 0 ? <p className="quiet">None yet.</p> : <ol className="grid gap-3">{assessments.map((one) => (
          <li key={one.id}>{one.person.name}: level {one.level} <span className="quiet">{format.date(one.on)}, {one.assessor.name}</span>
            <span className="block max-w-[70ch] whitespace-pre-line">{one.evidence}</span>
            {one.withdrawn ? <span className="quiet block">Withdrawn by {one.withdrawn.by}: {one.withdrawn.words}</span> : one.may.withdraw && <Button aria-label={`Withdraw the assessment of ${one.person.name} on ${one.on}`} onClick={() => onWithdraw(one)}>Withdraw</Button>}
          </li>
        ))}</ol>}
        {omitted > 0 && <p className="quiet mt-2">{format.count(omitted, 'older assessment is', 'older assessments are')} not listed.</p>}
      </section>
    </>
  )
}
