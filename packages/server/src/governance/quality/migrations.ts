import { tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null'
const ofDeliverable = `${owned}, deliverable_id uuid not null`
const toDeliverable = 'primary key (org_id, id), foreign key (org_id, deliverable_id) references deliverable'
const ofEdition = `${ofDeliverable}, edition_id uuid not null`
const toEdition = `${toDeliverable}, foreign key (org_id, edition_id) references deliverable_edition`
const outcomes = "('accepted', 'accepted_with_conditions', 'rejected')"

/** Deliverables of initiatives: their criteria, reviews, defects, rework and acceptance. */
export const qualityMigrations: readonly Migration[] = [
  {
    name: 'governance-quality-001-deliverable',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table deliverable (${owned}, version int not null default 1, initiative_id uuid not null, name text not null, class text not null check (class in ('document', 'design', 'software', 'data', 'equipment', 'works', 'service')), about text not null, owner_id uuid not null, owner text not null,
          authors jsonb not null check (jsonb_array_length(authors) > 0), makers jsonb not null, due_on date not null, milestone_id uuid, element_key text, made_hours double precision check (made_hours >= 0),
          state text not null default 'planned' check (state in ('planned', 'agreed', 'reviewed', 'rejected', 'conditional', 'accepted', 'withdrawn')), edition_no int not null default 1, withdrawn jsonb, primary key (org_id, id), check ((state = 'withdrawn') = (withdrawn is not null)))`,
      )
      await tenantTable(
        sql,
        `create table deliverable_edition (${ofDeliverable}, no int not null, because text not null, opened_by text not null, opened_at timestamptz not null, criteria jsonb not null, agreed jsonb, first_outcome text check (first_outcome in ${outcomes}), first_on date, accepted_on date,
          ${toDeliverable}, unique (org_id, deliverable_id, no), check ((first_outcome is null) = (first_on is null)))`,
      )
      await tenantTable(sql, `create table quality_review (${ofEdition}, method text not null check (method in ('inspection', 'test', 'peer')), reviewed_on date not null, reviewer_id uuid not null, reviewer text not null, words text not null, looked jsonb not null, recorded_at timestamptz not null, ${toEdition})`, { appendOnly: true })
      await tenantTable(
        sql,
        `create table quality_defect (${ofEdition}, no int not null, criterion text, severity text not null check (severity in ('critical', 'major', 'minor')), found_on date not null, review_id uuid, words text not null, found_by text not null, recorded_at timestamptz not null,
          state text not null default 'open' check (state in ('open', 'corrected', 'closed', 'dismissed')), dismissed jsonb, ${toEdition}, foreign key (org_id, review_id) references quality_review, unique (org_id, deliverable_id, no), check ((state = 'dismissed') = (dismissed is not null)))`,
      )
      await tenantTable(sql, `create table quality_rework (${ofEdition}, worked_on date not null, hours double precision not null check (hours > 0), words text not null, recorded_by text not null, recorded_at timestamptz not null, corrected jsonb not null, ${toEdition})`, { appendOnly: true })
      await tenantTable(sql, `create table acceptance_decision (${ofEdition}, outcome text not null check (outcome in ${outcomes}), decided_on date not null, words text not null, decided_by text not null, decided_at timestamptz not null, ${toEdition})`, { appendOnly: true })
      await tenantTable(sql, `create table acceptance_condition (${ofDeliverable}, decision_id uuid not null, words text not null, owner_id uuid not null, owner text not null, due_on date not null, covers jsonb not null, met jsonb, ${toDeliverable}, foreign key (org_id, decision_id) references acceptance_decision)`)
      await sql('create index deliverable_of on deliverable (org_id, initiative_id); create index quality_review_of on quality_review (org_id, deliverable_id); create index quality_defect_of on quality_defect (org_id, deliverable_id); create index quality_rework_of on quality_rework (org_id, deliverable_id); create index acceptance_decision_of on acceptance_decision (org_id, deliverable_id); create index acceptance_condition_of on acceptance_condition (org_id, deliverable_id)')
    },
  },
]
