import { tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null'
const changing = `${owned}, version int not null default 1`
const areas = "('strategy', 'benefits', 'money', 'schedule', 'work', 'risk', 'people', 'governance')"
const levels = "('green', 'amber_green', 'amber', 'amber_red', 'red')"

/** Health checks of initiatives, what was judged and recommended, and who was refused as reviewer. */
export const reviewMigrations: readonly Migration[] = [
  {
    name: 'governance-reviews-001-health-check',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table health_check (${changing}, initiative_id uuid not null, tier text not null check (tier in ('light', 'standard', 'full')), phase text not null check (phase in ('before', 'under_way', 'ending')), scale text not null check (scale in ('five_point', 'three_point')),
          planned_on date not null, purpose text not null, questions jsonb not null, reviewers jsonb not null, state text not null default 'booked' check (state in ('booked', 'reported', 'called_off')), booked_by text not null, booked_at timestamptz not null,
          called_off jsonb, level text check (level in ${levels}), report jsonb, reasons jsonb, indicators jsonb, primary key (org_id, id),
          check ((state = 'reported') = (report is not null and level is not null and reasons is not null and indicators is not null)), check ((state = 'called_off') = (called_off is not null)))`,
      )
      await tenantTable(
        sql,
        `create table judged_area (${owned}, check_id uuid not null, area text not null check (area in ${areas}), level text not null check (level in ${levels}), words text not null, evidence jsonb not null check (jsonb_array_length(evidence) > 0), judged_by text not null, judged_at timestamptz not null,
          primary key (org_id, id), foreign key (org_id, check_id) references health_check)`,
        { appendOnly: true },
      )
      await tenantTable(
        sql,
        `create table recommendation (${changing}, check_id uuid not null, area text check (area in ${areas}), words text not null, class text not null check (class in ('do_now', 'do_by', 'consider')), due_on date, owner_id uuid not null, owner text not null, given_by text not null, given_at timestamptz not null,
          state text not null default 'open' check (state in ('open', 'done', 'confirmed', 'withdrawn')), outcome jsonb, recheck jsonb, withdrawn jsonb, primary key (org_id, id), foreign key (org_id, check_id) references health_check, check (class <> 'do_by' or due_on is not null))`,
      )
      await tenantTable(sql, `create table refused_reviewer (${owned}, initiative_id uuid not null, reviewer text not null, way text not null, refused_to text not null, refused_at timestamptz not null, primary key (org_id, id))`, { appendOnly: true })
      await sql('create index health_check_of on health_check (org_id, initiative_id); create index judged_area_of on judged_area (org_id, check_id); create index recommendation_of on recommendation (org_id, check_id)')
    },
  },
]
