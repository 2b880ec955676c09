import { historyOf, tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null'
const changing = `${owned}, version int not null default 1`
const personal = { none: 'what is kept of one person’s learning: what they are erased of is to stay gone' }

/** Skills with their anchors and what was assessed; courses, who came and how they did; mentors; communities of practice. */
export const academyMigrations: readonly Migration[] = [
  {
    name: 'governance-academy-001-academy',
    up: async (sql) => {
      await tenantTable(sql, `create table academy_skill (${changing}, name text not null, anchors text[] not null check (cardinality(anchors) = 6), assessors jsonb not null, retired jsonb, primary key (org_id, id))`)
      await tenantTable(
        sql,
        `create table skill_assessment (${changing}, skill_id uuid not null, person_id uuid not null, person text not null, level int not null check (level between 0 and 5), evidence text not null, assessed_on date not null, assessor_id uuid not null, assessor text not null, assessed_at timestamptz not null, withdrawn jsonb,
          primary key (org_id, id), foreign key (org_id, skill_id) references academy_skill, check (assessor_id <> person_id))`,
      )
      await tenantTable(sql, `create table course (${changing}, name text not null, outcome text not null, kind text not null check (kind in ('training', 'workshop', 'on_the_job', 'self_study')), roles text[] not null, aims jsonb not null, retired jsonb, primary key (org_id, id))`)
      await tenantTable(
        sql,
        `create table course_session (${changing}, course_id uuid not null, held_on date not null, seats int not null check (seats > 0), trainer_id uuid not null, trainer text not null, mode text not null check (mode in ('on_site', 'remote', 'hybrid')), place text not null, called_off jsonb, attendance jsonb,
          primary key (org_id, id), foreign key (org_id, course_id) references course)`,
      )
      await tenantTable(
        sql,
        `create table session_place (${changing}, session_id uuid not null, person_id uuid not null, person text not null, state text not null check (state in ('taken', 'waiting', 'withdrawn')), asked_at timestamptz not null, attended boolean, usefulness text check (usefulness in ('very_useful', 'useful', 'slightly_useful', 'not_useful')), told_at timestamptz,
          primary key (org_id, id), unique (org_id, session_id, person_id), foreign key (org_id, session_id) references course_session, check ((usefulness is null) = (told_at is null)))`,
      )
      await tenantTable(sql, `create table knowledge_check (${changing}, course_id uuid not null, pass_mark int not null, attempts int not null, questions jsonb not null, primary key (org_id, id), unique (org_id, course_id), foreign key (org_id, course_id) references course)`)
      await tenantTable(
        sql,
        `create table check_attempt (${owned}, course_id uuid not null, check_version int not null, person_id uuid not null, answers jsonb not null, right_answers int not null, asked int not null, pass_mark int not null, passed boolean not null, taken_at timestamptz not null,
          primary key (org_id, id), foreign key (org_id, course_id) references course)`,
      )
      await tenantTable(sql, `create table mentor (${changing}, skill_id uuid not null, mentor_id uuid not null, mentor text not null, words text not null, most int not null check (most > 0), offered_at timestamptz not null, ended_at timestamptz, primary key (org_id, id), foreign key (org_id, skill_id) references academy_skill)`)
      await tenantTable(
        sql,
        `create table mentoring (${changing}, mentor_id uuid not null, learner_id uuid not null, learner text not null, goal text not null, state text not null check (state in ('asked', 'running', 'declined', 'ended')), asked_at timestamptz not null, last jsonb,
          primary key (org_id, id), foreign key (org_id, mentor_id) references mentor)`,
      )
      await tenantTable(sql, `create table community (${changing}, name text not null, theme text not null, steward_id uuid not null, steward text not null, ended jsonb, primary key (org_id, id))`)
      await tenantTable(sql, `create table community_member (${owned}, community_id uuid not null, person_id uuid not null, person text not null, joined_at timestamptz not null, primary key (org_id, id), unique (org_id, community_id, person_id), foreign key (org_id, community_id) references community)`)
      await tenantTable(
        sql,
        `create table community_question (${changing}, community_id uuid not null, title text not null, body text not null, initiative_id uuid, asked_by_id uuid not null, asked_by text not null, asked_at timestamptz not null, accepted_id uuid,
          primary key (org_id, id), foreign key (org_id, community_id) references community)`,
      )
      await tenantTable(sql, `create table community_answer (${owned}, question_id uuid not null, body text not null, given_by_id uuid not null, given_by text not null, given_at timestamptz not null, primary key (org_id, id), foreign key (org_id, question_id) references community_question)`, { appendOnly: true })
      await tenantTable(sql, `create table answer_mark (${owned}, answer_id uuid not null, person_id uuid not null, marked_at timestamptz not null, primary key (org_id, id), unique (org_id, answer_id, person_id), foreign key (org_id, answer_id) references community_answer)`)
      for (const table of ['skill_assessment', 'session_place', 'check_attempt', 'mentor', 'mentoring', 'community_member', 'answer_mark']) await historyOf(sql, table, personal)
      for (const table of ['academy_skill', 'course', 'course_session', 'knowledge_check', 'community', 'community_question', 'community_answer']) await historyOf(sql, table, { none: 'shown beside what is kept of people’s learning, which shows the present; what it was, its revisions say' })
      await sql(`create index skill_assessment_of on skill_assessment (org_id, skill_id, person_id); create index session_place_of on session_place (org_id, person_id); create index course_session_of on course_session (org_id, course_id); create index check_attempt_of on check_attempt (org_id, person_id);
        create index mentoring_of on mentoring (org_id, mentor_id); create index community_question_of on community_question (org_id, community_id, asked_at desc); create index community_question_about on community_question (org_id, initiative_id) where initiative_id is not null; create index community_answer_of on community_answer (org_id, question_id)`)
    },
  },
  // What the level meant when it was assessed: anchors are changed since, and what was found of somebody is not.
  { name: 'governance-academy-002-anchor', up: async (sql) => { await sql('alter table skill_assessment add column anchor text') } },
]
